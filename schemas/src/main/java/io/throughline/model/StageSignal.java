package io.throughline.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Facts of one stage, channel and window of event time: a minute, an hour or a day. Every fact
 * merges by adding (the sketch by union), so coarser windows and totals are sums of finer ones.
 * Scores are summed in millionths, so that a sum does not depend on the order of its parts. The
 * same feedback is in a minute, its hour, its day, the totals and its segments: whoever adds up
 * keeps to one length of window, to channels or their total, and to one segment or none.
 *
 * @param stage stage id, or {@link #UNASSIGNED}
 * @param channel channel id, or {@link #ALL_CHANNELS}
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
 * @param segment {@code name=value} of the one segment whose feedback this is; null for all
 *     feedback
 * @param ratings how ratings and words agree
 * @param terms what is said; in totals of hours and days only
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
        byte[] authorSketch,
        String segment,
        Ratings ratings,
        Terms terms) {

    /** Channel of totals over all channels. */
    public static final String ALL_CHANNELS = "all";

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
        Objects.requireNonNull(ratings, "ratings");
        Objects.requireNonNull(terms, "terms");
        if (scoreHistogram.length != SCORE_BINS) {
            throw new IllegalArgumentException("a histogram of " + SCORE_BINS + " bins is due");
        }
    }

    /**
     * How ratings and words agree.
     *
     * @param rated labelled feedback with a rating in the lower or upper third of its scale
     * @param highButNegative of these: a high rating, negative words
     * @param lowButPositive of these: a low rating, positive words
     */
    public record Ratings(long rated, long highButNegative, long lowButPositive) {

        /** Nothing is rated. */
        public static final Ratings NONE = new Ratings(0, 0, 0);

        /** The sum of both. */
        public Ratings plus(Ratings other) {
            return new Ratings(
                    rated + other.rated,
                    highButNegative + other.highButNegative,
                    lowButPositive + other.lowButPositive);
        }
    }

    /**
     * Terms of a window.
     *
     * @param total sum of the counts of all terms
     * @param most the most frequent; one that is not here has no more feedback than the last here
     */
    public record Terms(long total, List<TermCount> most) {

        /** Nothing is said, or nothing was counted. */
        public static final Terms NONE = new Terms(0, List.of());

        public Terms {
            most = List.copyOf(most);
        }
    }

    /**
     * A term.
     *
     * @param count feedback that has it
     */
    public record TermCount(String term, long count) {}

    /** Document id: the same window always has the same one. */
    public String id() {
        String id =
                String.join(
                        "|",
                        journey,
                        stage,
                        channel,
                        windowStart.toString(),
                        Long.toString(window.toSeconds()));
        return segment == null ? id : id + "|" + segment;
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
                && ratings.equals(that.ratings)
                && terms.equals(that.terms)
                && Arrays.equals(scoreHistogram, that.scoreHistogram)
                && Arrays.equals(authorSketch, that.authorSketch);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id(), change, count);
    }
}
