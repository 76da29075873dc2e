package io.throughline.domain.rollup;

import io.throughline.model.SentimentLabel;
import io.throughline.model.StageSignal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * The running facts of one roll-up. Everything is a sum of whole numbers, so that what was added
 * can be taken back exactly and the order of changes does not matter; authors are counted one by
 * one, because nothing can be taken back from a sketch.
 *
 * <p>Mutable with public fields, as Flink's POJO serializer wants it. Keep the facts of a key even
 * when they are empty again: {@link #change} is the version of the document and must go on growing.
 */
public final class SignalFacts {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long MICROS = 1_000_000;
    private static final long BIN_MICROS = 2 * MICROS / StageSignal.SCORE_BINS;

    /** Contributions added or taken back so far. */
    public long change;

    public long count;
    public long negative;
    public long neutral;
    public long positive;
    public long abstained;

    /** Sum of the stage's weights, in millionths. */
    public long weightMicros;

    /** Sum of the scores, in millionths. */
    public long scoreMicros;

    /** Sum of the squared scores, in millionths. */
    public long squaredScoreMicros;

    /** Equal bins of the score over [-1, 1]. */
    public long[] scoreHistogram = new long[StageSignal.SCORE_BINS];

    /** Author key to how many contributions are theirs; never 0. */
    public Map<String, Long> authors = new HashMap<>();

    /** Adds the contribution or takes it back. */
    public void apply(Change by) {
        Contribution contribution = by.contribution();
        int sign = by.sign();
        change++;
        count += sign;
        weightMicros += sign * contribution.weightMicros();
        countLabel(contribution.label(), sign);
        if (contribution.label() != Contribution.ABSTAINED) {
            long score = contribution.scoreMicros();
            scoreMicros += sign * score;
            squaredScoreMicros += sign * (score * score / MICROS);
            scoreHistogram[binOf(score)] += sign;
        }
        if (contribution.author() != null) {
            authors.merge(contribution.author(), (long) sign, SignalFacts::plus);
        }
    }

    /** Whether everything that was added has been taken back. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** The facts as they stand; the same facts always give the same bytes of the sketch. */
    public StageSignal toSignal(SignalKey key) {
        long distinct = authors.values().stream().filter(times -> times > 0).count();
        return new StageSignal(
                key.journey(),
                key.stage(),
                key.channel(),
                key.windowStart(),
                MINUTE,
                change,
                count,
                negative,
                neutral,
                positive,
                abstained,
                weightMicros,
                scoreMicros,
                squaredScoreMicros,
                scoreHistogram.clone(),
                distinct,
                AuthorSketch.of(authors));
    }

    @SuppressWarnings("EnumOrdinal") // the schema fixes the order of the labels
    private void countLabel(int label, int sign) {
        if (label == Contribution.ABSTAINED) {
            abstained += sign;
            return;
        }
        switch (SentimentLabel.values()[label]) {
            case NEGATIVE -> negative += sign;
            case NEUTRAL -> neutral += sign;
            case POSITIVE -> positive += sign;
        }
    }

    private static int binOf(long score) {
        return (int) Math.min(StageSignal.SCORE_BINS - 1, (score + MICROS) / BIN_MICROS);
    }

    /** Null, which removes the entry, when the sum is 0. */
    private static Long plus(Long one, Long other) {
        long sum = one + other;
        return sum == 0 ? null : sum;
    }
}
