package io.throughline.domain.detect;

import io.throughline.alert.Direction;
import io.throughline.measure.Interval;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The path of both statistics of one direction: S that tests for a change, and once it has fired V
 * that tests for the return. A plain fold over windows, so that it can be folded again from any
 * window on when an older one is corrected.
 *
 * <p>V tests what was expected against the level that the stage has changed to: that level is told
 * by the feedback since the onset, without what V holds for the return. Tested against a fixed
 * ratio instead, a permanent small change would count as a return.
 */
final class Trail {

    static final long NONE = Long.MIN_VALUE;

    private static final double LEAST_RATIO = 1.3;
    private static final double GREATEST_RATIO = 8;
    private static final double LEVEL_ERRORS = 1.5;
    private static final double ENOUGH_TO_SEE = 30;

    double s;

    /** Begin of the first window since S last stood at 0; {@link #NONE} while it does. */
    long since = NONE;

    double v;

    /** Begin of the first window since V last stood at 0; {@link #NONE} while it does. */
    long recoveringSince = NONE;

    private double hits;
    private double expected;
    private double weight;
    private double effective;
    private double heldHits;
    private double heldExpected;
    private double heldWeight;
    private double heldEffective;
    private int heldWindows;

    Trail copy() {
        Trail copy = new Trail();
        copy.s = s;
        copy.since = since;
        copy.v = v;
        copy.recoveringSince = recoveringSince;
        copy.heldEffective = heldEffective;
        copy.heldWindows = heldWindows;
        copy.hits = hits;
        copy.expected = expected;
        copy.weight = weight;
        copy.effective = effective;
        copy.heldHits = heldHits;
        copy.heldExpected = heldExpected;
        copy.heldWeight = heldWeight;
        return copy;
    }

    /**
     * Goes on by a window.
     *
     * @param fired begin of the window that it fired with; {@link #NONE} while it does not fire
     */
    void step(ScoredWindow window, Direction direction, double ratio, double cap, long fired) {
        if (!window.judged()) {
            return;
        }
        boolean firing = fired != NONE && window.start() >= fired;
        s = Math.min(cap, s + window.score(direction, ratio));
        if (s <= 0) {
            s = 0;
            since = NONE;
        } else if (since == NONE) {
            since = window.start();
        }
        if (fired != NONE && window.start() > fired) {
            recover(window, direction);
        } else {
            add(window, direction);
            if (s == 0 && !firing) {
                hits = 0;
                expected = 0;
                weight = 0;
                effective = 0;
            }
        }
    }

    /**
     * Odds ratio of the level that the stage has changed to: by the lower bound of its share,
     * because the share at which an alert fires is too high by the choice of the moment.
     */
    double level() {
        double share = expectedShare();
        double changed =
                Interval.wilson(
                                Math.min(1, hits / Math.max(1e-9, weight)),
                                Math.max(1, effective),
                                LEVEL_ERRORS)
                        .low();
        double ratio = Score.ratio(Math.min(changed, 0.999), share);
        return Math.max(LEAST_RATIO, Math.min(GREATEST_RATIO, ratio));
    }

    /** Expected share of what the direction looks for, since the onset. */
    double expectedShare() {
        return weight == 0 ? 0.5 : expected / weight;
    }

    private void recover(ScoredWindow window, Direction direction) {
        for (int cell = 0; cell < window.cells(); cell++) {
            if (window.judged(cell)) {
                heldHits += window.hits(cell, direction);
                heldExpected += window.weight(cell) * window.expected(cell, direction);
                heldWeight += window.weight(cell);
                heldEffective += window.weight(cell) / window.dispersion();
            }
        }
        heldWindows++;
        v -= window.score(direction, level());
        if (v > 0 && !heldIsOff()) {
            if (recoveringSince == NONE) {
                recoveringSince = window.start();
            }
            return;
        }
        v = 0;
        recoveringSince = NONE;
        hits += heldHits;
        expected += heldExpected;
        weight += heldWeight;
        effective += heldEffective;
        heldHits = 0;
        heldExpected = 0;
        heldWeight = 0;
        heldEffective = 0;
        heldWindows = 0;
    }

    /** What V holds for the return is enough to see that it is none. */
    private boolean heldIsOff() {
        return heldEffective >= ENOUGH_TO_SEE && heldInterval().low() > heldExpected / heldWeight;
    }

    /**
     * Whether what V holds is enough feedback, of more than one window, and agrees with what was
     * expected but not with the level that the stage has changed to.
     */
    boolean showsReturn(int least) {
        if (heldEffective < least || heldWindows < 2) {
            return false;
        }
        double share = heldExpected / heldWeight;
        Interval held = heldInterval();
        return held.low() <= share && held.high() < Score.shifted(share, level());
    }

    private Interval heldInterval() {
        double share = Math.min(1, heldHits / heldWeight);
        return Interval.wilson(share, heldEffective, Interval.TWO_SIDED_95);
    }

    private void add(ScoredWindow window, Direction direction) {
        for (int cell = 0; cell < window.cells(); cell++) {
            if (window.judged(cell)) {
                hits += window.hits(cell, direction);
                expected += window.weight(cell) * window.expected(cell, direction);
                weight += window.weight(cell);
                effective += window.weight(cell) / window.dispersion();
            }
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(s);
        out.writeLong(since);
        out.writeDouble(v);
        out.writeLong(recoveringSince);
        out.writeDouble(hits);
        out.writeDouble(expected);
        out.writeDouble(weight);
        out.writeDouble(effective);
        out.writeDouble(heldHits);
        out.writeDouble(heldExpected);
        out.writeDouble(heldWeight);
        out.writeDouble(heldEffective);
        out.writeInt(heldWindows);
    }

    static Trail read(DataInput in) throws IOException {
        Trail trail = new Trail();
        trail.s = in.readDouble();
        trail.since = in.readLong();
        trail.v = in.readDouble();
        trail.recoveringSince = in.readLong();
        trail.hits = in.readDouble();
        trail.expected = in.readDouble();
        trail.weight = in.readDouble();
        trail.effective = in.readDouble();
        trail.heldHits = in.readDouble();
        trail.heldExpected = in.readDouble();
        trail.heldWeight = in.readDouble();
        trail.heldEffective = in.readDouble();
        trail.heldWindows = in.readInt();
        return trail;
    }
}
