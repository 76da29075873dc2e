package io.throughline.domain.detect;

import io.throughline.alert.Direction;
import io.throughline.measure.Interval;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Judged feedback counted together, of what one direction looks for. */
final class Tally {

    private double hits;
    private double expected;
    private double weight;
    private double effective;

    Tally copy() {
        Tally copy = new Tally();
        copy.add(this);
        return copy;
    }

    void add(ScoredWindow window, Direction direction) {
        for (int cell = 0; cell < window.cells(); cell++) {
            if (window.judged(cell)) {
                hits += window.hits(cell, direction);
                expected += window.weight(cell) * window.expected(cell, direction);
                weight += window.weight(cell);
                effective += window.weight(cell) / window.dispersion();
            }
        }
    }

    void add(Tally other) {
        hits += other.hits;
        expected += other.expected;
        weight += other.weight;
        effective += other.effective;
    }

    /** So much feedback with the share that is expected, as uneven as what was counted. */
    Tally asExpected(double pieces) {
        Tally tally = new Tally();
        tally.weight = pieces;
        tally.hits = pieces * expectedShare();
        tally.expected = tally.hits;
        tally.effective = isEmpty() ? pieces : pieces * effective / weight;
        return tally;
    }

    void clear() {
        hits = 0;
        expected = 0;
        weight = 0;
        effective = 0;
    }

    boolean isEmpty() {
        return weight == 0;
    }

    /** Independent observations: what was counted, by its dispersion. */
    double effective() {
        return effective;
    }

    /** 0 to 1; a half when nothing was counted. */
    double share() {
        return isEmpty() ? 0.5 : Math.min(1, hits / weight);
    }

    /** What the share would be by the baseline, 0 to 1; a half when nothing was counted. */
    double expectedShare() {
        return isEmpty() ? 0.5 : expected / weight;
    }

    /** Wilson's interval of the share. */
    Interval interval(double errors) {
        return Interval.wilson(share(), Math.max(1, effective), errors);
    }

    /** Log-likelihood of what was counted, were odds {@code ratio} times those expected. */
    double logLikelihood(double ratio) {
        double p = Score.shifted(expectedShare(), ratio);
        double share = share();
        return effective * (share * StrictMath.log(p) + (1 - share) * StrictMath.log(1 - p));
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(hits);
        out.writeDouble(expected);
        out.writeDouble(weight);
        out.writeDouble(effective);
    }

    static Tally read(DataInput in) throws IOException {
        Tally tally = new Tally();
        tally.hits = in.readDouble();
        tally.expected = in.readDouble();
        tally.weight = in.readDouble();
        tally.effective = in.readDouble();
        return tally;
    }
}
