package io.throughline.channels.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RejectedException;
import io.throughline.model.FailureReason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LettersTest {

    private static JsonNode read(String mail) {
        return Letters.read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kim <Kim@Example.com>                 | kim@example.com | example.com",
                "\"Sample, <Kim>\" <kim@example.com>   | kim@example.com | example.com",
                "kim@example.com (Kim Sample)          | kim@example.com | example.com",
                "=?utf-8?q?K=C3=AFm?= <kim@example.com>| kim@example.com | example.com"
            })
    void senderIsTheAddress(String from, String address, String domain) {
        JsonNode letter = read("From: " + from + "\n\nx\n");

        assertThat(letter.path("from").asText()).isEqualTo(address);
        assertThat(letter.path("fromDomain").asText()).isEqualTo(domain);
    }

    @Test
    void threadIsWhereReferencesBegin() {
        JsonNode letter =
                read("Message-ID: <3@x>\nIn-Reply-To: <2@x>\nReferences: <1@x>\n <2@x>\n\nx\n");

        assertThat(letter.path("messageId").asText()).isEqualTo("3@x");
        assertThat(letter.path("thread").asText()).isEqualTo("1@x");
        assertThat(letter.path("reply").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: auto-generated                 | auto-reply",
                "X-Autoreply: yes                               | auto-reply",
                "Subject: Réponse automatique : absence         | auto-reply",
                "Subject: Undeliverable: claim                  | bounce",
                "From: postmaster@example.com                   | bounce",
                "Return-Path: <>                                | bounce",
                "X-Failed-Recipients: a@example.com             | bounce",
                "Precedence: junk                               | bulk"
            })
    void whatNoCustomerWroteSaysWhy(String header, String reason) {
        assertThat(read(header + "\nDate: x\n\nx\n").path("auto").asText()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Auto-Submitted: no",
                "Subject: Automatic payments fail",
                "Precedence: list",
                "Subject: I was out of the office"
            })
    void whatACustomerWroteDoesNot(String header) {
        assertThat(read(header + "\nDate: x\n\nx\n").has("auto")).isFalse();
    }

    @Test
    void aWrongCharsetIsNoLoss() {
        byte[] latin =
                "From: a@b.example\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nÄrger"
                        .getBytes(Charset.forName("windows-1252"));

        assertThat(Letters.read(latin).path("text").asText()).isEqualTo("Ärger");
    }

    @Test
    void ofAlternativesWithoutPlainTextHtmlCounts() {
        String mail =
                """
                From: a@b.example
                Content-Type: multipart/alternative; boundary=x

                --x
                Content-Type: multipart/related; boundary=y

                --y
                Content-Type: text/html

                <p>in HTML</p>
                --y--
                --x--
                """;

        assertThat(read(mail).path("text").asText()).isEqualTo("in HTML");
    }

    @Test
    void partsInsidePartsWithoutEndAreTooDeep() {
        StringBuilder mail = new StringBuilder("From: a@b.example\n");
        for (int i = 0; i < 5_000; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b");
            mail.append(i).append('\n');
        }

        assertThatThrownBy(() -> read(mail.toString()))
                .isInstanceOfSatisfying(
                        RejectedException.class,
                        e -> assertThat(e.reason()).isEqualTo(FailureReason.TOO_DEEP));
    }

    @Test
    void fiveMebibytesOfWordsAreRead() {
        String mail = "From: a@b.example\n\n" + "Many words. ".repeat(450_000);

        assertThat(read(mail).path("text").asText()).hasSizeGreaterThan(5_000_000);
    }
}
