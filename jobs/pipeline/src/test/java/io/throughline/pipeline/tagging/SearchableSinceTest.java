package io.throughline.pipeline.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.elasticsearch.bulk.DocumentWrite;
import io.throughline.model.Feedback;
import io.throughline.model.Provenance;
import io.throughline.model.SentimentLabel;
import io.throughline.pipeline.Samples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** From when on it is measured how long feedback takes until it can be found. */
class SearchableSinceTest {

    private static final Instant APPENDED = Samples.NOON.plus(Duration.ofDays(30));

    @Test
    void aFileCopiedWithItsOldTimeIsMeasuredFromWhenItCameIn() {
        Feedback old = Samples.feedback("a", 1, "Slow.").provenance(appendedAt(APPENDED)).build();

        assertThat(old.observedAt()).isBefore(APPENDED.minus(Duration.ofDays(29)));
        assertThat(times(old))
                .isEqualTo(
                        new DocumentWrite.Times(
                                old.occurredAt().toEpochMilli(), APPENDED.toEpochMilli()));
    }

    @Test
    void withoutATimeOfTheLogItIsMeasuredFromWhenItWasObserved() {
        Feedback early = Samples.feedback("a", 1, "Slow.").provenance(appendedAt(null)).build();

        assertThat(times(early).seenAt()).isEqualTo(early.observedAt().toEpochMilli());
    }

    private static DocumentWrite.Times times(Feedback feedback) {
        return TaggingJob.document(Samples.tagged(feedback, SentimentLabel.NEGATIVE, "claim"))
                .times();
    }

    private static Provenance appendedAt(Instant time) {
        return new Provenance("feedback/a.jsonl", 0, 0, "feedback.raw", 0, 7, "00", time);
    }
}
