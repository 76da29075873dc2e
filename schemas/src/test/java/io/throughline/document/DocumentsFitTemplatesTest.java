package io.throughline.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.Alerts;
import io.throughline.Samples;
import io.throughline.model.Author;
import io.throughline.model.Channel;
import io.throughline.model.Conversation;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Provenance;
import io.throughline.model.Rating;
import io.throughline.model.Role;
import io.throughline.model.TaggedFeedback;
import io.throughline.model.Turn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every field a document writes is in its template, whatever the content. */
class DocumentsFitTemplatesTest {

    private static final String LONG = "漢😡".repeat(20_000);
    private static final String NASTY = "\u0000\uD83D\u202E\"\\\n" + LONG;

    @Test
    void feedback() {
        Mapping mapping = Mapping.of("cx-feedback");

        assertThat(mapping.rejections(FeedbackDocument.encode(Samples.tagged()))).isEmpty();
        assertThat(mapping.rejections(FeedbackDocument.encode(Samples.taggedByALearner())))
                .isEmpty();
        assertThat(mapping.rejections(FeedbackDocument.encode(Samples.abstained()))).isEmpty();
    }

    @Test
    void feedbackWithNastyContent() {
        byte[] document = FeedbackDocument.encode(nasty());

        assertThat(Mapping.of("cx-feedback").rejections(document)).isEmpty();
        assertThat(new String(document, StandardCharsets.UTF_8).contains("?"))
                .as("a lone surrogate would be written as a question mark")
                .isFalse();
    }

    @Test
    void idsFitWhateverTheNaturalId() {
        assertThat(FeedbackDocument.id(nasty()).getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(512);
        assertThat(Documents.id("ü".repeat(300))).startsWith("sha256-").hasSize(71);
        assertThat(Documents.id("x".repeat(512))).isEqualTo("x".repeat(512));
    }

    @Test
    void signals() {
        Mapping mapping = Mapping.of("cx-signals");

        assertThat(mapping.rejections(SignalDocument.encode(Samples.signal()))).isEmpty();
        assertThat(mapping.rejections(SignalDocument.encode(Samples.hour()))).isEmpty();
    }

    @Test
    void healthLiesBesideSignals() {
        Mapping mapping = Mapping.of("cx-signals");

        assertThat(mapping.rejections(HealthDocument.encode(Samples.failing()))).isEmpty();
        assertThat(mapping.rejections(HealthDocument.encode(Samples.unheardOf()))).isEmpty();
    }

    @Test
    void alerts() {
        Mapping mapping = Mapping.of("cx-alerts");

        assertThat(mapping.rejections(AlertDocument.encode(Alerts.full()))).isEmpty();
        assertThat(mapping.rejections(AlertDocument.encode(Alerts.volume()))).isEmpty();
    }

    @Test
    void watchesLieBesideSignals() {
        Mapping mapping = Mapping.of("cx-signals");

        assertThat(mapping.rejections(WatchDocument.encode(Alerts.pending()))).isEmpty();
        assertThat(mapping.rejections(WatchDocument.encode(Alerts.learning()))).isEmpty();
    }

    @Test
    void whatJobsDidLiesBesideSignals() {
        Mapping mapping = Mapping.of("cx-signals");

        assertThat(mapping.rejections(JobDocument.encode(Samples.taggingOfAChannel()))).isEmpty();
        assertThat(mapping.rejections(JobDocument.encode(Samples.wholeJob()))).isEmpty();
    }

    @Test
    void deadLetters() {
        Mapping mapping = Mapping.of("cx-dead-letters");

        assertThat(mapping.rejections(DeadLetterDocument.encode(Samples.deadLetter()))).isEmpty();
        assertThat(mapping.rejections(DeadLetterDocument.encode(Samples.bareDeadLetter())))
                .isEmpty();
    }

    @Test
    void theCheckFindsWhatDoesNotFit() {
        byte[] wrong =
                "{\"id\":7,\"surprise\":1,\"revision\":1.5,\"turns\":[{\"mood\":\"x\"}]}"
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(Mapping.of("cx-feedback").rejections(wrong))
                .containsExactly(
                        "id is no keyword",
                        "surprise is not in the mapping",
                        "revision is no long",
                        "turns.mood is not in the mapping");
    }

    private static TaggedFeedback nasty() {
        Feedback feedback =
                new FeedbackBuilder(Channel.OTHER, "file", NASTY)
                        .revision(Feedback.MAX_REVISION)
                        .touchpoint(NASTY)
                        .occurredAt(Instant.parse("1990-01-01T00:00:00.000000001Z"))
                        .observedAt(Instant.parse("2999-12-31T23:59:59.999999999Z"))
                        .author(new Author(NASTY, Role.CUSTOMER))
                        .conversation(
                                new Conversation(
                                        NASTY,
                                        List.of(new Turn(0, Role.CUSTOMER, NASTY, null, null))))
                        .text(NASTY)
                        .rating(new Rating(1e300, -1e300, 1e300 / 2 * 2))
                        .language(NASTY)
                        .locale(NASTY)
                        .url(NASTY)
                        .extra(NASTY, NASTY)
                        .extra(NASTY + "2", "short")
                        .extra("", "no key")
                        .extra("a", "1")
                        .extra("a.b", "2")
                        .provenance(
                                new Provenance(
                                        NASTY,
                                        Long.MAX_VALUE,
                                        Integer.MAX_VALUE,
                                        null,
                                        -1,
                                        -1,
                                        NASTY))
                        .build();
        return new TaggedFeedback(
                feedback,
                feedback.occurredAt(),
                Samples.tagged().sentiment(),
                Samples.tagged().stages(),
                (1 << 20) - 1,
                Map.of(NASTY, Integer.MAX_VALUE));
    }
}
