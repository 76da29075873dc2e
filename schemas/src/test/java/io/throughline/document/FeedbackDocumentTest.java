package io.throughline.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.throughline.Samples;
import io.throughline.model.TaggedFeedback;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackDocumentTest {

    @Test
    void carriesTheFeedbackAndItsTags() {
        assertThat(new String(FeedbackDocument.encode(Samples.tagged()), StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"id\":\"phone:calls:call-17\",\"channel\":\"phone\",\"source\":\"calls\","
                                + "\"naturalId\":\"call-17\",\"revision\":3,"
                                + "\"touchpoint\":\"claims-line\",\"occurredAt\":\"2026-03-04T05:06:07Z\","
                                + "\"firstOccurredAt\":\"2026-03-04T05:05:07Z\","
                                + "\"observedAt\":\"2026-03-04T05:10:00.123456Z\","
                                + "\"author\":{\"key\":\"hmac:00ff\",\"role\":\"customer\"},"
                                + "\"language\":\"fr\",\"locale\":\"fr-CA\","
                                + "\"url\":\"https://calls.example/17\","
                                + "\"text\":\"Où est mon argent ? 😡\","
                                + "\"rating\":{\"value\":2,\"min\":0,\"max\":10,\"normalized\":-0.6},"
                                + "\"sentiment\":{\"label\":\"negative\",\"score\":-0.81,"
                                + "\"confidence\":0.93,\"engine\":\"linear\",\"model\":\"2026-03\"},"
                                + "\"conversation\":\"call-17\",\"turns\":["
                                + "{\"role\":\"agent\",\"text\":\"Good morning\"},"
                                + "{\"role\":\"customer\",\"text\":\"Où est mon argent ? 😡\"},"
                                + "{\"role\":\"system\",\"text\":\"\"}],"
                                + "\"stage\":\"claim\",\"stages\":["
                                + "{\"id\":\"claim\",\"weight\":0.75,\"confidence\":0.7},"
                                + "{\"id\":\"help\",\"weight\":0.25,\"confidence\":0.4}],"
                                + "\"stageEngine\":\"cues\",\"journey\":\"insurance-personal-lines\","
                                + "\"journeyVersion\":3,"
                                + "\"redactions\":[{\"type\":\"EMAIL_ADDRESS\",\"count\":2},"
                                + "{\"type\":\"IBAN_CODE\",\"count\":1}],"
                                + "\"extras\":{\"queue\":\"claims\",\"wait.seconds\":\"41\"},"
                                + "\"provenance\":{\"origin\":\"s3://calls\",\"position\":12,"
                                + "\"record\":4,\"sha256\":\""
                                + Samples.SHA256
                                + "\"}}");
    }

    @Test
    void saysWhatTheAnswerOfALearnerRestsOn() {
        assertThat(
                        new String(
                                FeedbackDocument.encode(Samples.taggedByALearner()),
                                StandardCharsets.UTF_8))
                .contains(
                        "\"engine\":\"adaptive\",\"model\":\"adaptive-3\",\"basis\":\"over-quota\"");
    }

    @Test
    void anAbstentionHasNoStageAndSaysWhy() {
        assertThat(new String(FeedbackDocument.encode(Samples.abstained()), StandardCharsets.UTF_8))
                .contains("\"stages\":[],\"stageAbstention\":\"no-text\"")
                .contains("\"abstention\":\"no-text\"")
                .doesNotContain("\"stage\":");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-04T05:06:07Z, cx-feedback-2026-03",
        "2025-12-31T23:59:59.999Z, cx-feedback-2025-12",
        "2026-01-01T00:00:00Z, cx-feedback-2026-01"
    })
    void livesInTheMonthOfItsFirstRevision(Instant first, String index) {
        TaggedFeedback tagged =
                new TaggedFeedback(Samples.fullFeedback(), first, null, null, 0, Map.of());

        assertThat(FeedbackDocument.index(tagged)).isEqualTo(index);
    }

    @Test
    void aLaterRevisionIsNewerThanAnyGenerationOfTheFormer() {
        assertThat(FeedbackDocument.version(Samples.tagged())).isEqualTo((3L << 20) + 5);
        assertThat(FeedbackDocument.version(Samples.deleted())).isPositive();
        assertThat(FeedbackDocument.id(Samples.tagged())).isEqualTo("phone:calls:call-17");
    }

    @Test
    void aDeleteHasNoDocument() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeedbackDocument.encode(Samples.deleted()));
    }

    @Test
    void keysOfExtrasThatBecomeTheSameKeepOne() {
        String key = "k".repeat(FlattenedExtras.MAX_KEY);

        assertThat(FlattenedExtras.fit(Map.of(key + "a", "1", key + "b", "2")))
                .containsExactly(Map.entry(key, "1"));
        assertThat(FlattenedExtras.fit(Map.of("\uD83D", "1", "\uFFFD", "2"))).hasSize(1);
        assertThat(FlattenedExtras.fit(Map.of("a\0b", "1", "", "2")))
                .containsOnly(Map.entry("a\uFFFDb", "1"), Map.entry("_", "2"));
    }

    @Test
    void aCutKeySplitsNoCharacter() {
        String key = "k".repeat(FlattenedExtras.MAX_KEY - 1) + "😡";

        assertThat(FlattenedExtras.fit(Map.of(key, "1")))
                .containsOnlyKeys("k".repeat(FlattenedExtras.MAX_KEY - 1));
    }
}
