package io.throughline.channels;

import io.throughline.channels.time.Times;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.RawEnvelope;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

/** Event times of records: read, kept within reason, or taken from outside the payload. */
public final class Moments {

    /** No feed is older; an earlier time is a default that somebody forgot to fill in. */
    public static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** How far ahead of its observation a record may claim to be: clocks and zones differ. */
    public static final Duration AHEAD = Duration.ofDays(1);

    private Moments() {}

    /**
     * An ISO 8601 time within reason.
     *
     * @throws RejectedException {@code INVALID_FIELD} otherwise
     */
    public static Instant iso(String field, String text, RawEnvelope envelope) {
        Instant instant =
                Times.iso(text, ZoneOffset.UTC)
                        .orElseThrow(() -> RejectedException.invalid(field, "is no ISO 8601 time"));
        return checked(field, instant, envelope);
    }

    /**
     * The time itself when it lies between 1990 and a day after the envelope was observed. Measured
     * by the envelope and not by a clock, so that a replay decides the same.
     *
     * @throws RejectedException {@code INVALID_FIELD} otherwise
     */
    public static Instant checked(String field, Instant instant, RawEnvelope envelope) {
        if (instant.isBefore(EARLIEST)) {
            throw RejectedException.invalid(field, "is before 1990");
        }
        if (instant.isAfter(envelope.observedAt().plus(AHEAD))) {
            throw RejectedException.invalid(
                    field, "is more than a day after it was observed, " + envelope.observedAt());
        }
        return instant;
    }

    /**
     * Takes the time known from outside the payload, and says in the extras where it is from.
     *
     * @throws RejectedException {@code MISSING_FIELD} when there is none
     */
    public static void fromEnvelope(FeedbackBuilder feedback, String field, RawEnvelope envelope) {
        if (envelope.occurredAtHint() == null) {
            throw RejectedException.missing(field);
        }
        feedback.occurredAt(checked(field, envelope.occurredAtHint(), envelope))
                .extra(Feedback.OCCURRED_AT_SOURCE, envelope.occurredAtSource());
    }
}
