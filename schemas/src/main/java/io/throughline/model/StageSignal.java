package io.throughline.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;

/**
 * Facts of one stage, channel and window of event time. Every fact merges by adding (the sketch by
 * union), so coarser windows and totals are sums of these. Scores are summed in millionths, so that
 * a sum does not depend on the order of its parts.
 *
 * @param stage stage id, or {@link #UNASSIGNED}
 * @param channel channel id
 * @param change contributions and retractions so far: the version of the document
 * @param count feedback with this stage
 * @param abstained feedback whose sentiment was abstained on; count = negative + neutral + positive
 *     + abstained
 * @param weightMicros sum of the stage's weights, in millionths
 * @param scoreMicros sum of the sentiment scores, in millionths
 * @param squaredScoreMicros sum of the squared scores, in millionths
 * @param scoreHistogram 20 equal bins of the score over [-1, 1]
 * @param authors distinct author keys
 * @param authorSketch HLL sketch of the author keys, for distinct authors over several windows
 */
public record StageSignal(
        String journey,
        String stage,
        String channel,
        Instant windowStart,
        Duration window,
        long change,
        long count,
        long negative,
        long neutral,
        long positive,
        long abstained,
        long weightMicros,
        long scoreMicros,
        long squaredScoreMicros,
        long[] scoreHistogram,
        long authors,
        byte[] authorSketch) {

    /** Stage of the signals of feedback that no stage was found for. */
    public static final String UNASSIGNED = "unassigned";

    /** Number of bins of {@link #scoreHistogram}. */
    public static final int SCORE_BINS = 20;

    public StageSignal {
        Objects.requireNonNull(journey, "journey");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(windowStart, "windowStart");
        Objects.requireNonNull(window, "window");
        Objects.requireNonNull(authorSketch, "authorSketch");
        if (scoreHistogram.length != SCORE_BINS) {
            throw new IllegalArgumentException("a histogram of " + SCORE_BINS + " bins is due");
        }
    }

    /** Document id: the same window always has the same one. */
    public String id() {
        return String.join(
                "|",
                journey,
                stage,
                channel,
                windowStart.toString(),
                Long.toString(window.toSeconds()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StageSignal that
                && id().equals(that.id())
                && change == that.change
                && count == that.count
                && negative == that.negative
                && neutral == that.neutral
                && positive == that.positive
                && abstained == that.abstained
                && weightMicros == that.weightMicros
                && scoreMicros == that.scoreMicros
                && squaredScoreMicros == that.squaredScoreMicros
                && authors == that.authors
                && Arrays.equals(scoreHistogram, that.scoreHistogram)
                && Arrays.equals(authorSketch, that.authorSketch);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id(), change, count);
    }
}
