package io.throughline.domain.rollup;

import io.throughline.model.Hashes;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageSignal;
import io.throughline.model.StageSignal.Ratings;
import io.throughline.model.StageSignal.Terms;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * The running facts of one roll-up, or what changes together add to one. Everything is a sum of
 * whole numbers, so that what was added can be taken back exactly and the order of changes does not
 * matter; authors are counted one by one, because nothing can be taken back from a sketch.
 *
 * <p>Mutable with public fields, as Flink's POJO serializer wants it. Keep the facts of a key even
 * when they are empty again: {@link #change} is the version of the document and must go on growing.
 */
public final class SignalFacts {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final long MICROS = 1_000_000;
    private static final long BIN_MICROS = 2 * MICROS / StageSignal.SCORE_BINS;
    private static final int TERMS_OF_AN_HOUR = 50;
    private static final int TERMS_OF_A_DAY = 100;

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

    /** Equal bins of the score over [-1, 1]; none before the first score, to be small. */
    public long[] scoreHistogram = {};

    /** As in {@link Ratings}. */
    public long rated;

    public long highButNegative;
    public long lowButPositive;

    /** Authors by the hashes of their keys. */
    public AuthorCounts writers = new AuthorCounts();

    /** How many feedback have each term. Empty where terms are not counted. */
    public TermCounts terms = new TermCounts();

    /** Authors by their keys, as savepoints of before hold them: become {@link #writers}. */
    public Map<String, Long> authors = new HashMap<>();

    /** Adds the contribution or takes it back, without its terms. */
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
            bins()[binOf(score)] += sign;
            compare(contribution.traits().rating(), labelOf(contribution.label()), sign);
        }
        if (contribution.author() != null) {
            writers().add(Hashes.of64(contribution.author()), sign);
        }
    }

    /** Adds the terms or takes them back. */
    public void applyTerms(Change by) {
        for (String term : by.terms()) {
            terms.add(term, by.sign());
        }
    }

    /** Adds all facts but the terms. */
    public void add(SignalFacts other) {
        change += other.change;
        count += other.count;
        negative += other.negative;
        neutral += other.neutral;
        positive += other.positive;
        abstained += other.abstained;
        weightMicros += other.weightMicros;
        scoreMicros += other.scoreMicros;
        squaredScoreMicros += other.squaredScoreMicros;
        rated += other.rated;
        highButNegative += other.highButNegative;
        lowButPositive += other.lowButPositive;
        for (int bin = 0; bin < other.scoreHistogram.length; bin++) {
            bins()[bin] += other.scoreHistogram[bin];
        }
        writers().add(other.writers());
    }

    /** Adds the terms. */
    public void addTerms(SignalFacts other) {
        terms.add(other.terms);
    }

    /** Whether everything that was added has been taken back. */
    public boolean isEmpty() {
        return count == 0;
    }

    /** The facts of a minute as they stand; the same facts always give the same bytes. */
    public StageSignal toSignal(SignalKey key) {
        return signal(
                key.journey(),
                key.stage(),
                key.channel(),
                null,
                key.windowStart(),
                MINUTE,
                Terms.NONE);
    }

    /** The facts of an hour or a day as they stand; the same facts always give the same bytes. */
    public StageSignal toSignal(WindowKey key) {
        return signal(
                key.journey(),
                key.stage(),
                key.channel(),
                key.segment(),
                key.windowStart(),
                key.window(),
                TopTerms.of(
                        terms, key.hours() == WindowKey.DAY ? TERMS_OF_A_DAY : TERMS_OF_AN_HOUR));
    }

    private StageSignal signal(
            String journey,
            String stage,
            String channel,
            String segment,
            Instant start,
            Duration window,
            Terms most) {
        long[] present = writers().present();
        return new StageSignal(
                journey,
                stage,
                channel,
                start,
                window,
                change,
                count,
                negative,
                neutral,
                positive,
                abstained,
                weightMicros,
                scoreMicros,
                squaredScoreMicros,
                bins().clone(),
                present.length,
                AuthorSketch.of(present),
                segment,
                new Ratings(rated, highButNegative, lowButPositive),
                most);
    }

    private long[] bins() {
        if (scoreHistogram.length == 0) {
            scoreHistogram = new long[StageSignal.SCORE_BINS];
        }
        return scoreHistogram;
    }

    private AuthorCounts writers() {
        if (!authors.isEmpty()) {
            authors.forEach(
                    (author, times) -> writers.add(Hashes.of64(author), Math.toIntExact(times)));
            authors.clear();
        }
        return writers;
    }

    private void compare(int rating, SentimentLabel label, int sign) {
        if (rating != 0) {
            rated += sign;
            if (rating > 0 && label == SentimentLabel.NEGATIVE) {
                highButNegative += sign;
            } else if (rating < 0 && label == SentimentLabel.POSITIVE) {
                lowButPositive += sign;
            }
        }
    }

    private void countLabel(int label, int sign) {
        if (label == Contribution.ABSTAINED) {
            abstained += sign;
            return;
        }
        switch (labelOf(label)) {
            case NEGATIVE -> negative += sign;
            case NEUTRAL -> neutral += sign;
            case POSITIVE -> positive += sign;
        }
    }

    private static SentimentLabel labelOf(int label) {
        return SentimentLabel.values()[label];
    }

    private static int binOf(long score) {
        return (int) Math.min(StageSignal.SCORE_BINS - 1, (score + MICROS) / BIN_MICROS);
    }
}
