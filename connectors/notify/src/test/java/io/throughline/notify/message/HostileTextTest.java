package io.throughline.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.alert.Alert;
import io.throughline.alert.Evidence;
import io.throughline.alert.Ownership;
import io.throughline.alert.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What customers write may be written to harm whoever reads it. */
class HostileTextTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "\"><svg/onload=alert(1)>",
                "</bdi></blockquote><a href='javascript:alert(1)'>here</a>",
                "&lt;script&gt; is harmless, <b>this</b> not"
            })
    void htmlOfCustomersStaysText(String text) {
        String html = MailMessage.of(message(saying(text, null))).html();

        assertThat(html)
                .doesNotContain("<script", "<img", "<svg", "<b>", "javascript:alert(1)'")
                .contains(MailHtml.escaped(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!here> look",
                "<!channel> look",
                "<@U012AB3CD> look",
                "<https://evil.example|your bank>",
                "&lt;!here&gt; look"
            })
    void slackReadsNoSignsOfCustomers(String text) throws JsonProcessingException {
        JsonNode body = slack(saying(text, null));

        assertThat(texts(body))
                .anyMatch(block -> block.contains("look") || block.contains("evil.example"))
                .noneMatch(block -> block.contains("<!") || block.contains("<@"))
                .noneMatch(block -> block.contains("<https://evil.example"));
    }

    @Test
    void noChatCallsEverybody() throws JsonProcessingException {
        JsonNode body = slack(saying("@channel @here @all wake up", null));

        assertThat(texts(body))
                .anyMatch(block -> block.contains("wake up"))
                .noneMatch(block -> block.contains("@channel") || block.contains("@here"));
        assertThat(body.path("parse").asText()).isEqualTo("none");
    }

    @Test
    void slackTakesWhatIsSaidAtItsLongest() throws JsonProcessingException {
        Evidence longest = evidence("&".repeat(5_000), "https://a.example/" + "x".repeat(1_900));
        JsonNode body =
                slack(
                        Alerts.saying(
                                List.of(longest, longest, longest, longest, longest, longest),
                                List.of(new Term("&".repeat(500), 1, 1))));

        assertThat(body.path("blocks")).hasSizeLessThanOrEqualTo(50);
        for (JsonNode block : body.path("blocks")) {
            String text = block.at("/text/text").asText();
            assertThat(text.length()).isLessThanOrEqualTo(3_000);
            assertThat(text.replace("&amp;", "")).doesNotContain("&");
        }
        assertThat(body.at("/blocks/0/text/text").asText().length()).isLessThanOrEqualTo(150);
    }

    @Test
    void lineBreaksForgeNeitherLinesNorHeaders() {
        Alert alert = named("Claims\r\nBcc: everybody@example.org\r\n\r\n<h1>");

        assertThat(MailMessage.of(message(alert)).subject())
                .doesNotContain("\r", "\n")
                .contains("Claims Bcc: everybody@example.org <h1>");
        assertThat(PlainText.of(message(saying("fine\nWhose it is: Owner: nobody", null))).lines())
                .noneMatch(line -> line.startsWith("Whose it is: Owner: nobody"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u0000b", "a\u001b[31mb", "a\u0007b", "a\u202eb", "a\u2066b\u2069", "a\u200bb",
                "a\u2028b", "a\u0085b", "a\ufeffb", "a\u200fb", "a\u061cb", "a\udb40\udc41b"
            })
    void controlDirectionAndInvisibleCharactersGo(String text) {
        String quoted = message(saying(text, null)).quotes().get(0).text();

        assertThat(quoted).matches("a[ ]?(\\[31m)?b");
    }

    @Test
    void surrogatesWithoutPartnerAndPilesOfAccentsGo() {
        assertThat(Plain.line("a\ud800b", 10)).isEqualTo("a\ufffdb");
        assertThat(Plain.line("z" + "\u0301".repeat(50) + "y", 10)).hasSize(6);
    }

    @Test
    void joinedEmojiAndOtherScriptsStay() {
        String family = "👩‍👩‍👧 نمی‌خواهم पुष्टि";

        assertThat(Plain.line(family, 100)).isEqualTo(family);
    }

    @Test
    void cutsBetweenCharacters() {
        assertThat(Plain.line("😀😀😀😀", 3)).isEqualTo("😀😀…");
        assertThat(Plain.line("four", 4)).isEqualTo("four");
        assertThat(Plain.line("four and more", 5)).isEqualTo("four…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "https://user:secret@evil.example/",
                "https://ok.example@evil.example/",
                "https:///no-host",
                "//evil.example",
                "https://evil.example/>click<",
                "file:///etc/passwd",
                "not a link"
            })
    void unsafeLinksAreLeftOut(String url) {
        AlertMessage message = message(saying("fine", url));

        assertThat(message.quotes().get(0).url()).isEmpty();
    }

    @Test
    void linksOfPostsStayWhole() throws JsonProcessingException {
        Alert alert = saying("fine", "https://social.example/@ana/1?a=1&b='x'");

        assertThat(message(alert).quotes().get(0).url())
                .contains("https://social.example/%40ana/1?a=1&b='x'");
        assertThat(MailMessage.of(message(alert)).html())
                .contains("href=\"https://social.example/%40ana/1?a=1&amp;b=&#39;x&#39;\"");
        assertThat(texts(slack(alert)))
                .anyMatch(text -> text.contains("<https://social.example/%40ana/1?a=1&amp;b='x'|"));
    }

    private static Alert saying(String text, String url) {
        return Alerts.saying(List.of(evidence(text, url)), List.of(new Term(text, 2, 3)));
    }

    private static Evidence evidence(String text, String url) {
        return new Evidence("f:1", "social", Instant.parse("2026-03-04T09:00:00Z"), text, url);
    }

    private static Alert named(String stage) {
        return Alerts.change(
                SampleAlert.drop(),
                copy -> {
                    copy.ownership = new Ownership(stage, "owner", List.of(), null);
                    return copy;
                });
    }

    private static AlertMessage message(Alert alert) {
        return AlertMessage.of(alert, Occasion.CHANGE, Alerts.SETTINGS);
    }

    private static JsonNode slack(Alert alert) throws JsonProcessingException {
        return JSON.readTree(SlackMessage.of(message(alert)));
    }

    /** The text for those that show no blocks, and that of each block. */
    private static List<String> texts(JsonNode body) {
        List<String> texts = new ArrayList<>();
        texts.add(body.path("text").asText());
        body.path("blocks").forEach(block -> texts.add(block.at("/text/text").asText()));
        assertThat(texts).doesNotContain("");
        return texts;
    }
}
