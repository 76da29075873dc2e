package io.throughline.domain.detect;

import io.throughline.alert.Direction;
import io.throughline.measure.Interval;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * The path of both statistics of one direction: S that tests for a change, and once it has fired V
 * that looks for the begin of a return. A plain fold over windows, so that it can be folded again
 * from any window on when an older one is corrected.
 *
 * <p>V is a CUSUM of what was expected against the level that the stage has changed to. It divides
 * the feedback since the onset in two: what came before V last stood at 0, and what may be the
 * return. {@link #evidenceOfReturn} then holds the two together.
 */
final class Trail {

    static final long NONE = Long.MIN_VALUE;

    /** What is less is not told from what was expected in any useful time. */
    private static final double LEAST_RATIO = 1.4;

    private static final double GREATEST_RATIO = 8;
    private static final double GREATEST_SHARE = 0.999;
    private static final double ENOUGH_TO_SEE = 30;
    private static final double MOST_PIECES = 1e6;
    private static final double PIECES_STEP = 1.05;
    private static final double USUAL_PART = 0.65;

    double s;

    /** Begin of the first window since S last stood at 0; {@link #NONE} while it does. */
    long since = NONE;

    private double v;

    /** Begin of the first window since V last stood at 0; {@link #NONE} while it does. */
    long recoveringSince = NONE;

    /** Since the onset, without what is held. */
    private Tally changed = new Tally();

    /** What V holds for the return. */
    private Tally held = new Tally();

    private int heldWindows;

    Trail copy() {
        Trail copy = new Trail();
        copy.s = s;
        copy.since = since;
        copy.v = v;
        copy.recoveringSince = recoveringSince;
        copy.changed = changed.copy();
        copy.held = held.copy();
        copy.heldWindows = heldWindows;
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
            changed.add(window, direction);
            if (s == 0 && !firing) {
                changed.clear();
            }
        }
    }

    /**
     * Odds ratio of the level that the stage has changed to, a standard error below what was seen:
     * the share at which an alert fires is too high by the choice of the moment.
     */
    double level() {
        double share = changed.interval(1).low();
        return Math.min(GREATEST_RATIO, ratio(share, changed.expectedShare()));
    }

    /** Ratio of the odds of two shares; at least the least. */
    private static double ratio(double share, double expected) {
        return Math.max(LEAST_RATIO, Score.ratio(Math.min(share, GREATEST_SHARE), expected));
    }

    /** Expected share of what the direction looks for, since the onset. */
    double expectedShare() {
        return changed.expectedShare();
    }

    private void recover(ScoredWindow window, Direction direction) {
        held.add(window, direction);
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
        changed.add(held);
        held.clear();
        heldWindows = 0;
    }

    /** What V holds for the return is enough to see that it is none. */
    private boolean heldIsOff() {
        return held.effective() >= ENOUGH_TO_SEE
                && held.interval(Interval.TWO_SIDED_95).low() > held.expectedShare();
    }

    /**
     * Generalised log-likelihood ratio of "it changed, and what is held is as expected again"
     * against "it changed for good", each with the level that explains it best (Siegmund and
     * Venkatraman, "Using the generalized likelihood ratio statistic for sequential detection of a
     * change-point", Annals of Statistics 23(1), 1995, 255–271). A level that is known from little
     * feedback gives way to what is held, so that little is proved by it; but to no less than a
     * change worth telling, or a false alarm would stay open for weeks.
     */
    double evidenceOfReturn() {
        return evidenceOfReturn(held);
    }

    private double evidenceOfReturn(Tally back) {
        if (back.isEmpty() || changed.isEmpty()) {
            return 0;
        }
        Tally all = changed.copy();
        all.add(back);
        double forGood = ratio(all.share(), all.expectedShare());
        double before = ratio(changed.share(), changed.expectedShare());
        return before < forGood
                ? 0
                : changed.logLikelihood(before)
                        + back.logLikelihood(1)
                        - changed.logLikelihood(forGood)
                        - back.logLikelihood(forGood);
    }

    /**
     * Whether what V holds is enough feedback, of more than one window, and agrees with what was
     * expected but not with the level that the stage has changed to.
     */
    boolean agreesWithReturn(int least) {
        return heldWindows >= 2 && agreesWithReturn(held, least);
    }

    private boolean agreesWithReturn(Tally back, int least) {
        if (back.effective() < least) {
            return false;
        }
        double share = back.expectedShare();
        Interval interval = back.interval(Interval.TWO_SIDED_95);
        return interval.low() <= share && interval.high() < Score.shifted(share, level());
    }

    /**
     * How much feedback would show a return, if it were as expected from now on. Chance shows half
     * of the returns sooner than a stream of exactly the expected share would, by the part here,
     * which is simulated.
     *
     * @param needed evidence
     * @param least pieces that a return takes
     */
    long feedbackToReturn(double needed, int least) {
        double pieces = least;
        while (pieces < MOST_PIECES) {
            Tally asExpected = changed.asExpected(pieces);
            if (evidenceOfReturn(asExpected) > needed && agreesWithReturn(asExpected, least)) {
                break;
            }
            pieces *= PIECES_STEP;
        }
        return Math.max(least, Math.round(USUAL_PART * pieces));
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(s);
        out.writeLong(since);
        out.writeDouble(v);
        out.writeLong(recoveringSince);
        changed.write(out);
        held.write(out);
        out.writeInt(heldWindows);
    }

    static Trail read(DataInput in) throws IOException {
        Trail trail = new Trail();
        trail.s = in.readDouble();
        trail.since = in.readLong();
        trail.v = in.readDouble();
        trail.recoveringSince = in.readLong();
        trail.changed = Tally.read(in);
        trail.held = Tally.read(in);
        trail.heldWindows = in.readInt();
        return trail;
    }
}
