package io.throughline.pipeline.learning;

import io.throughline.model.Sentiment;
import java.time.Instant;

/**
 * How many of a window's feedback were tagged, by what, and with which label.
 *
 * @param windowMillis start of the window of event time, epoch milliseconds
 * @param lastAppendedMillis the latest time at which the log took one of them in
 */
public record TagCounts(
        long windowMillis,
        long lastAppendedMillis,
        long tagged,
        long teacher,
        long overQuota,
        long negative,
        long neutral,
        long positive) {

    static final TagCounts NONE = new TagCounts(0, Long.MIN_VALUE, 0, 0, 0, 0, 0, 0);

    /** One feedback, not of any window yet. */
    public static TagCounts of(Sentiment sentiment, Instant occurredAt, Instant appendedAt) {
        Instant time = occurredAt.isAfter(appendedAt) ? appendedAt : occurredAt;
        int teacher = 0;
        int overQuota = 0;
        if (sentiment.basis() != null) {
            switch (sentiment.basis()) {
                case TEACHER -> teacher = 1;
                case OVER_QUOTA -> overQuota = 1;
                case STUDENT, PERSON -> {}
            }
        }
        int[] labels = new int[3];
        if (sentiment.label() != null) {
            switch (sentiment.label()) {
                case NEGATIVE -> labels[0] = 1;
                case NEUTRAL -> labels[1] = 1;
                case POSITIVE -> labels[2] = 1;
            }
        }
        return new TagCounts(
                time.toEpochMilli(),
                appendedAt.toEpochMilli(),
                1,
                teacher,
                overQuota,
                labels[0],
                labels[1],
                labels[2]);
    }

    /** The same as part of another window. */
    TagCounts in(long window) {
        return new TagCounts(
                window,
                lastAppendedMillis,
                tagged,
                teacher,
                overQuota,
                negative,
                neutral,
                positive);
    }

    /** The sum of both, of this one's window. */
    TagCounts plus(TagCounts other) {
        return new TagCounts(
                windowMillis,
                Math.max(lastAppendedMillis, other.lastAppendedMillis),
                tagged + other.tagged,
                teacher + other.teacher,
                overQuota + other.overQuota,
                negative + other.negative,
                neutral + other.neutral,
                positive + other.positive);
    }

    /** What the student was not sure of. */
    long unsure() {
        return teacher + overQuota;
    }

    /** Share that the teacher answered, 0 to 1. */
    double teacherUse() {
        return tagged == 0 ? 0 : (double) teacher / tagged;
    }

    /** Total variation distance of the labels, 0 to 1; 0 when either is empty. */
    double driftFrom(TagCounts former) {
        if (tagged == 0 || former.tagged == 0) {
            return 0;
        }
        double distance =
                gap(negative, former.negative, former)
                        + gap(neutral, former.neutral, former)
                        + gap(positive, former.positive, former)
                        + gap(without(), former.without(), former);
        return Math.min(1, distance / 2);
    }

    private double gap(long mine, long theirs, TagCounts former) {
        return Math.abs((double) mine / tagged - (double) theirs / former.tagged);
    }

    private long without() {
        return tagged - negative - neutral - positive;
    }
}
