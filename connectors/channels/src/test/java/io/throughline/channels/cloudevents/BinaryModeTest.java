package io.throughline.channels.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.Fixtures;
import io.throughline.channels.Outcome;
import io.throughline.model.FailureReason;
import io.throughline.model.RawEnvelope;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BinaryModeTest {

    private static final Map<String, String> HEADERS =
            Map.of(
                    "ce-specversion", "1.0",
                    "ce-id", "e%201",
                    "ce-source", "urn:a+b",
                    "ce-type", "said",
                    "ce-time", "2026-03-02T08:00:00Z");

    private static List<Outcome> read(String contentType, byte[] body) {
        Map<String, String> headers = new TreeMap<>(HEADERS);
        headers.put("content-type", contentType);
        return Fixtures.parser("cloudevents")
                .parse(
                        new RawEnvelope(
                                "cloudevents",
                                Fixtures.OBSERVED,
                                null,
                                null,
                                "t",
                                0,
                                headers,
                                -1,
                                body));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void attributesAreHeadersAndTheBodyIsTheData() {
        var feedback =
                Fixtures.only(read("application/json", utf8("{\"text\": \"Hi 👋\", \"nps\": 9}")));

        assertThat(feedback.naturalId()).isEqualTo("urn:a+b#e 1");
        assertThat(feedback.text()).isEqualTo("Hi 👋");
        assertThat(feedback.occurredAt()).hasToString("2026-03-02T08:00:00Z");
    }

    @Test
    void aTextIsTheWords() {
        assertThat(Fixtures.only(read("text/plain; charset=utf-8", utf8("only words"))).text())
                .isEqualTo("only words");
        assertThat(Fixtures.only(read("text/html", utf8("<p>a<br>b</p>"))).text())
                .isEqualTo("a\nb");
    }

    @Test
    void whatIsNeitherIsUnsupported() {
        assertThat(reason(read("image/png", new byte[] {1, 2})))
                .isEqualTo(FailureReason.UNSUPPORTED);
    }

    @Test
    void bytesThatAreNoTextAreNone() {
        assertThat(reason(read("text/plain", new byte[] {(byte) 0xC3, (byte) 0x28})))
                .isEqualTo(FailureReason.INVALID_ENCODING);
    }

    @Test
    void anEmptyBodyIsMissing() {
        assertThat(reason(read("application/json", new byte[0])))
                .isEqualTo(FailureReason.MISSING_FIELD);
    }

    @Test
    void brokenJsonIsMalformed() {
        assertThat(reason(read("application/json", utf8("{\"text\": "))))
                .isEqualTo(FailureReason.MALFORMED);
    }

    private static FailureReason reason(List<Outcome> outcomes) {
        return ((Outcome.Rejected) outcomes.get(0)).reason();
    }
}
