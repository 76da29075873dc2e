package io.throughline.channels;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.model.FailureReason;
import io.throughline.model.Feedback;
import io.throughline.model.RawEnvelope;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelParserTest {

    private static final String STATUS =
            "{\"id\":\"1\",\"created_at\":\"2026-03-04T05:06:07Z\",\"content\":\"%s\"}";

    @ParameterizedTest
    @ValueSource(strings = {"app-store", "typeform", "transcribe", "mastodon", "csv", "jsonl"})
    void everyChannelHasTheSameGuards(String id) {
        ChannelParser parser = Fixtures.parser(id);
        byte[] large = new byte[(4 << 20) + 1];

        assertThat(reasons(parser.parse(Fixtures.envelope(id, large))))
                .containsExactly(FailureReason.TOO_LARGE);
        assertThat(reasons(parser.parse(truncated(id)))).containsExactly(FailureReason.TOO_LARGE);
        assertThat(reasons(parser.parse(Fixtures.envelope(id, new byte[] {'{', (byte) 0xFF}))))
                .containsExactly(FailureReason.INVALID_ENCODING);
        assertThat(reasons(parser.parse(Fixtures.envelope(id, "<!doctype html><p>Sorry</p>"))))
                .containsExactly(FailureReason.MALFORMED);
        assertThat(reasons(parser.parse(Fixtures.envelope(id, "{\"id\": 1, \"a"))))
                .containsExactly(FailureReason.MALFORMED);
        assertThat(reasons(parser.parse(Fixtures.envelope(id, "{} {}"))))
                .containsExactly(FailureReason.MALFORMED);
        assertThat(reasons(parser.parse(Fixtures.envelope(id, ""))))
                .containsExactly(FailureReason.MALFORMED);
        assertThat(reasons(parser.parse(Fixtures.envelope(id, "42"))))
                .containsExactly(FailureReason.MALFORMED);
        assertThat(parser.parse(Fixtures.envelope(id, "[]"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"app-store", "typeform", "transcribe", "mastodon", "csv", "jsonl"})
    void nestingTenThousandDeepIsTooDeepAndTakesNoStack(String id) {
        ChannelParser parser = Fixtures.parser(id);
        String open = "{\"a\":".repeat(10_000);

        assertThat(reasons(parser.parse(Fixtures.envelope(id, open + "1" + "}".repeat(10_000)))))
                .containsExactly(FailureReason.TOO_DEEP);
        assertThat(reasons(parser.parse(Fixtures.envelope(id, open))))
                .containsExactly(FailureReason.TOO_DEEP);
        assertThat(reasons(parser.parse(Fixtures.envelope(id, "[".repeat(1_000_000)))))
                .containsExactly(FailureReason.TOO_DEEP);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"label\": \"\"}", "{\"label\": null}", "{\"label\": \" \"}", "{}"})
    void anAppStoreEntryWhoseTimeIsEmptyIsNoOldCapture(String updated) {
        String entry =
                "{\"id\": {\"label\": \"1\"}, \"im:rating\": {\"label\": \"2\"}, \"updated\": "
                        + updated
                        + "}";

        assertThat(reasons(Fixtures.outcomes("app-store", "e.json", entry.getBytes(UTF_8))))
                .containsExactly(FailureReason.MISSING_FIELD);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "app-store|{\"id\": {\"label\": \"1\"}}",
                "app-store|{\"id\": {\"label\": \"1\"}, \"content\": {\"label\": \" \"}}",
                "csv|id,occurredAt,text,rating\n1,2026-03-04,,",
                "csv|id,occurredAt,text\n1,2026-03-04, "
            })
    void neitherTextNorRatingIsNoFeedback(String idAndPayload) {
        String[] parts = idAndPayload.split("\\|");

        assertThat(reasons(Fixtures.outcomes(parts[0], "f", parts[1].getBytes(UTF_8))))
                .containsExactly(FailureReason.MISSING_FIELD);
    }

    @Test
    void aRecordThatNestsTooDeepDoesNotTouchItsNeighbours() {
        String deep = "{\"id\":\"2\",\"x\":" + "[".repeat(300) + "]".repeat(300) + "}";
        String payload =
                "[" + STATUS.formatted("a") + "," + deep + "," + STATUS.formatted("b") + "]";

        List<Outcome> outcomes =
                Fixtures.parser("mastodon").parse(Fixtures.envelope("mastodon", payload));

        assertThat(reasons(outcomes)).containsExactly(null, FailureReason.TOO_DEEP, null);
    }

    @Test
    void aByteThatIsNoTextHurtsOnlyTheRecordItIsIn() {
        String payload =
                "["
                        + STATUS.formatted("a")
                        + ","
                        + STATUS.formatted("caf\u00e9")
                        + ","
                        + STATUS.formatted("b")
                        + "]";

        List<Outcome> outcomes =
                Fixtures.parser("mastodon")
                        .parse(
                                Fixtures.envelope(
                                        "mastodon", payload.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(reasons(outcomes)).containsExactly(null, FailureReason.INVALID_ENCODING, null);
    }

    @Test
    void aByteOrderMarkIsTolerated() {
        RawEnvelope envelope = Fixtures.envelope("mastodon", "\uFEFF" + STATUS.formatted("a"));

        assertThat(Fixtures.only(Fixtures.parser("mastodon").parse(envelope)).text())
                .isEqualTo("a");
    }

    @Test
    void loneSurrogatesBecomeReplacementCharactersAndTheRestOfUnicodeStays() {
        String text = "a\\ud83d b\\udc80 \\ud83d\\ude00 zero\\u200bwidth \\u0000 \u202Ertl \uFFFE";
        RawEnvelope envelope = Fixtures.envelope("mastodon", STATUS.formatted(text));

        assertThat(Fixtures.only(Fixtures.parser("mastodon").parse(envelope)).text())
                .isEqualTo("a\uFFFD b\uFFFD \uD83D\uDE00 zero\u200Bwidth \u0000 \u202Ertl \uFFFE");
    }

    @Test
    void aTextOfNearlyFourMebibytesIsTakenWhole() {
        String text = "\uD83D\uDE00 \u05E9\u05DC\u05D5\u05DD ".repeat((4 << 20) / 15);
        RawEnvelope envelope = Fixtures.envelope("mastodon", STATUS.formatted(text));
        assertThat(envelope.payload().length).isBetween(3 << 20, 4 << 20);

        assertThat(Fixtures.only(Fixtures.parser("mastodon").parse(envelope)).text())
                .isEqualTo(text.strip());
    }

    @Test
    void aTimeIsMeasuredByTheEnvelopeAndNotByAClock() {
        assertThat(reasonAt("1989-12-31T23:59:59Z")).isEqualTo(FailureReason.INVALID_FIELD);
        assertThat(reasonAt("1990-01-01T00:00:00Z")).isNull();
        Instant ahead = Fixtures.OBSERVED.plus(Duration.ofDays(1));
        assertThat(reasonAt(ahead.toString())).isNull();
        assertThat(reasonAt(ahead.plusSeconds(1).toString()))
                .isEqualTo(FailureReason.INVALID_FIELD);
    }

    @Test
    void anEditRaisesTheRevisionAndADeleteIsNewerThanEveryEdit() {
        List<Feedback> history =
                Fixtures.outcomes("mastodon", "stream.sse").stream()
                        .filter(Outcome.Accepted.class::isInstance)
                        .map(outcome -> ((Outcome.Accepted) outcome).feedback())
                        .filter(feedback -> feedback.naturalId().equals("201"))
                        .toList();

        assertThat(history).hasSize(3);
        assertThat(history).extracting(Feedback::id).containsOnly("social:mastodon:201");
        assertThat(history).extracting(Feedback::revision).isSorted().doesNotHaveDuplicates();
        assertThat(history.get(2).revision()).isEqualTo(Feedback.MAX_REVISION);
    }

    @Test
    void aTimeFromOutsideSaysWhereItIsFrom() {
        RawEnvelope envelope =
                new RawEnvelope(
                        "app-store",
                        Fixtures.OBSERVED,
                        Instant.parse("2026-03-01T00:00:00Z"),
                        "option",
                        "test",
                        0,
                        Map.of(),
                        -1,
                        Fixtures.bytes("app-store/without-updated.json"));

        Feedback feedback = Fixtures.only(Fixtures.parser("app-store").parse(envelope));

        assertThat(feedback.occurredAt()).isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(feedback.extras()).containsEntry("occurredAtSource", "option");
        assertThat(feedback.revision()).isEqualTo(1);
    }

    @Test
    void withoutAnyTimeTheTimeIsMissing() {
        RawEnvelope envelope =
                Fixtures.envelope("app-store", Fixtures.bytes("app-store/without-updated.json"));

        assertThat(reasons(Fixtures.parser("app-store").parse(envelope)))
                .containsExactly(FailureReason.MISSING_FIELD);
    }

    @Test
    void messagesNeverHoldTheCustomersWords() {
        String secret = "Kim-Sample-4711";
        List<String> payloads =
                List.of(
                        secret,
                        "{\"id\":\"1\",\"created_at\":\"" + secret + "\"}",
                        "{\"id\":\"1\",\"created_at\":\"2026-03-04T05:06:07Z\",\"content\":{\"a\":\""
                                + secret
                                + "\"}}");
        for (String payload : payloads) {
            Outcome outcome =
                    Fixtures.parser("mastodon")
                            .parse(Fixtures.envelope("mastodon", payload))
                            .get(0);
            assertThat(((Outcome.Rejected) outcome).message()).doesNotContain("Kim");
        }
    }

    @Test
    void recordsInsideADocumentAreFoundByTheirPath() {
        ChannelDefinition definition =
                ChannelDefinitions.read(
                        "channel.yaml",
                        """
                        apiVersion: throughline/v1
                        id: paged
                        channel: web
                        mode: file
                        records: $.data[*]
                        map: {naturalId: $.id, occurredAt: $.at, text: $.body}
                        """);
        String page =
                "{\"data\":[{\"id\":1,\"at\":\"2026-03-04\",\"body\":\"x\"},{\"id\":2},"
                        + "{\"id\":3,\"at\":\"2026-03-04\"}],\"next\":null}";

        List<Outcome> outcomes =
                new ChannelParser(definition, Fixtures.AUTHORS)
                        .parse(Fixtures.envelope("paged", page));

        assertThat(reasons(outcomes)).containsExactly(null, FailureReason.MISSING_FIELD, null);
    }

    @Test
    void aRejectedRecordIsKnownByItsContentUnlessItsPageNamesIt() {
        String page = "{\"form\":\"%s\",\"data\":[%s{\"id\":2}]}";
        String first = page.formatted("A", "");
        String moved = page.formatted("B", "{\"id\":1,\"at\":\"2026-03-04\"},");

        assertThat(contents("$.id", first)).hasSize(1).doesNotContainNull();
        assertThat(contents("$.id", moved)).isEqualTo(contents("$.id", first));
        assertThat(contents("join('/', $$.form, $.id)", first)).containsOnlyNulls();
    }

    private static List<String> contents(String id, String page) {
        ChannelDefinition definition =
                ChannelDefinitions.read(
                        "channel.yaml",
                        """
                        apiVersion: throughline/v1
                        id: paged
                        channel: web
                        mode: file
                        records: $.data[*]
                        map: {naturalId: "%s", occurredAt: $.at}
                        """
                                .formatted(id));
        return new ChannelParser(definition, Fixtures.AUTHORS)
                .parse(Fixtures.envelope("paged", page)).stream()
                        .filter(Outcome.Rejected.class::isInstance)
                        .map(outcome -> ((Outcome.Rejected) outcome).content())
                        .toList();
    }

    private static FailureReason reasonAt(String time) {
        String payload = "{\"id\":\"1\",\"created_at\":\"" + time + "\",\"content\":\"x\"}";
        return reasons(Fixtures.parser("mastodon").parse(Fixtures.envelope("mastodon", payload)))
                .get(0);
    }

    private static RawEnvelope truncated(String id) {
        return new RawEnvelope(
                id, Fixtures.OBSERVED, null, null, "test", 0, Map.of(), 99_000_000, new byte[10]);
    }

    /** The reason of each outcome; null for one that was accepted. */
    private static List<FailureReason> reasons(List<Outcome> outcomes) {
        List<FailureReason> reasons = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            reasons.add(outcome instanceof Outcome.Rejected rejected ? rejected.reason() : null);
        }
        return reasons;
    }
}
