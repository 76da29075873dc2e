package io.throughline.domain.detect;

import io.throughline.alert.Decision;
import io.throughline.alert.Direction;
import io.throughline.alert.Onset;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * The test in one direction. What the statistics are is in the {@link Trail}, which corrections
 * fold anew; what was decided is here, and stands.
 */
final class DirectionTest {

    private static final double PENDING = 0.6;
    private static final double CAP_BEFORE_FIRING = 2;
    private static final double FAST_PATH_FROM = 0.5;
    private static final double RECOVERING = 0.5;

    /** Seconds after firing in which the onset is told better. */
    private static final long TOLD_WITHIN = 48 * Knowledge.HOUR;

    private final Direction direction;

    /** The trail before the oldest window of the history. */
    private Trail base = new Trail();

    private Trail trail = new Trail();
    private Limits limits = new Limits(0, 0);
    private boolean over;
    private long pendingSince = Trail.NONE;
    private long runStart = Trail.NONE;
    private long firedWindow = Trail.NONE;
    private long onset = Trail.NONE;

    /** Feedback since the run began with which the onset is told again. */
    private long tellAt;

    /** Begin of the last window that the trail does not follow. */
    private long after = Trail.NONE;

    DirectionTest(Direction direction) {
        this.direction = direction;
    }

    void limits(Limits next) {
        limits = next;
    }

    /** Goes on by a window that is in the history already. */
    Finding close(ScoredWindow window, Ground ground) {
        step(trail, window, ground.rules().oddsRatio());
        Instant end = Instant.ofEpochSecond(ground.end(window.start()));
        if (firing()) {
            Phase phase = life(ground);
            Optional<Onset> better =
                    phase == Phase.FIRING ? knownBetter(window, ground) : Optional.empty();
            return better.map(known -> Finding.known(direction, phase, end, known))
                    .orElseGet(() -> Finding.bare(direction, phase, end));
        }
        Optional<Decision> decision = window.judged() ? decide(window, ground) : Optional.empty();
        if (decision.isPresent()) {
            return fire(window, decision.get(), ground);
        }
        boolean pending = trail.s > PENDING * limits.threshold();
        if (!pending) {
            pendingSince = Trail.NONE;
        } else if (pendingSince == Trail.NONE) {
            pendingSince = end.getEpochSecond();
        }
        return Finding.bare(direction, pending ? Phase.PENDING : Phase.QUIET, end);
    }

    /** Thresholds are those of the mix of channels and hours that the run was said in. */
    private Optional<Decision> decide(ScoredWindow window, Ground ground) {
        if (trail.s <= FAST_PATH_FROM * limits.threshold()) {
            over = false;
            return Optional.empty();
        }
        limits = ground.limits(trail.expectedShare(), ground.known());
        boolean before = over;
        over = trail.s > limits.threshold();
        NavigableMap<Long, ScoredWindow> run =
                ground.history().between(trail.since, window.start());
        double fast = FastPath.statistic(run, direction, ground.rules().leastFeedback());
        if (!(before && over) && fast <= limits.limit()) {
            return Optional.empty();
        }
        Span span = Span.of(run.values());
        if (!Gate.lets(span, direction, ground)) {
            return Optional.empty();
        }
        double known = Math.min(ground.known(), span.known(ground.baseline()));
        Limits strict = ground.limits(trail.expectedShare(), known);
        if (before && trail.s > strict.threshold()) {
            return decision("cusum", trail.s, strict.threshold(), ground);
        }
        return fast > strict.limit()
                ? decision("limit", fast, strict.limit(), ground)
                : Optional.empty();
    }

    private static Optional<Decision> decision(
            String path, double statistic, double threshold, Ground ground) {
        return Optional.of(new Decision(path, statistic, threshold, ground.rules().budget()));
    }

    private Finding fire(ScoredWindow window, Decision decision, Ground ground) {
        runStart = trail.since;
        firedWindow = window.start();
        pendingSince = Trail.NONE;
        over = false;
        trail.s = Math.min(trail.s, limits.threshold());
        Span span = Span.of(ground.history().between(runStart, firedWindow).values());
        Finding fires =
                new Finding(
                        direction,
                        Phase.FIRES,
                        Instant.ofEpochSecond(ground.end(firedWindow)),
                        onset(firedWindow, ground),
                        span.figures(ground.baseline()),
                        decision,
                        span.drivers(direction));
        onset = fires.onset().at().getEpochSecond();
        tellAt = doubled(ground.rules().leastFeedback(), span.count());
        return fires;
    }

    private Onset onset(long until, Ground ground) {
        return ChangePoint.of(
                ground.history().between(candidatesFrom(), until).values(),
                direction,
                ground.rules().window().toSeconds(),
                firedWindow);
    }

    /**
     * When it began, once feedback since the run began has doubled, counted from the least that a
     * decision takes: what fires soon is not sure yet of when it began, and soon is. What came late
     * counts as well, with the next window.
     */
    private Optional<Onset> knownBetter(ScoredWindow window, Ground ground) {
        if (!window.judged() || window.start() - firedWindow > TOLD_WITHIN) {
            return Optional.empty();
        }
        long now = Span.of(ground.history().between(runStart, window.start()).values()).count();
        if (now < tellAt) {
            return Optional.empty();
        }
        tellAt = doubled(ground.rules().leastFeedback(), now);
        return Optional.of(onset(window.start(), ground));
    }

    /** The least, doubled until it is more than what there is. */
    private static long doubled(long least, long now) {
        long more = 2 * least;
        while (more <= now) {
            more *= 2;
        }
        return more;
    }

    /** A change can not have begun before the last one had ended. */
    private long candidatesFrom() {
        return after == Trail.NONE ? Long.MIN_VALUE : after + 1;
    }

    private double evidenceNeeded(Ground ground) {
        return Thresholds.ofReturn(trail.expectedShare(), ground.volume(), trail.level());
    }

    /** Pieces of feedback at the baseline that would show the return of what fires. */
    long feedbackToReturn(Ground ground) {
        return trail.feedbackToReturn(evidenceNeeded(ground), ground.rules().leastFeedback());
    }

    private Phase life(Ground ground) {
        double needed = evidenceNeeded(ground);
        double evidence = trail.evidenceOfReturn();
        if (evidence > needed && trail.agreesWithReturn(ground.rules().leastFeedback())) {
            return Phase.RECOVERED;
        }
        return evidence > RECOVERING * needed ? Phase.RECOVERING : Phase.FIRING;
    }

    /** Starts anew after the given window, because what fired has ended. */
    void reset(long last) {
        after = last;
        base = new Trail();
        trail = new Trail();
        over = false;
        pendingSince = Trail.NONE;
        runStart = Trail.NONE;
        firedWindow = Trail.NONE;
        onset = Trail.NONE;
        tellAt = 0;
    }

    /** Folds the trail anew over the history, because a window of it was corrected. */
    void refold(History history, double ratio) {
        trail = base.copy();
        for (ScoredWindow window : history.all()) {
            step(trail, window, ratio);
        }
    }

    /** A window leaves the history. */
    void fold(ScoredWindow window, double ratio) {
        step(base, window, ratio);
    }

    private void step(Trail along, ScoredWindow window, double ratio) {
        if (window.start() > after) {
            along.step(window, direction, ratio, cap(), firedWindow);
        }
    }

    /** The figures of what is firing as they stand now, when the window has a part in them. */
    Optional<Finding> corrected(long start, Ground ground) {
        if (!firing() || start < runStart || start > firedWindow) {
            return Optional.empty();
        }
        Span span = Span.of(ground.history().between(runStart, firedWindow).values());
        if (!ground.history().holds(runStart) || span.count() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        direction,
                        Phase.FIRING,
                        Instant.ofEpochSecond(ground.end(start)),
                        null,
                        span.figures(ground.baseline()),
                        null,
                        span.drivers(direction)));
    }

    /** Whether what fires would have fired by now without some of the feedback. */
    boolean standsWithout(List<LeftOut> without, long latest, Ground ground) {
        return firing()
                && WhatIf.fires(
                        ground.history().between(runStart, latest).values(),
                        without,
                        direction,
                        ground,
                        limits.threshold());
    }

    private double cap() {
        return (firing() ? 1 : CAP_BEFORE_FIRING) * limits.threshold();
    }

    boolean firing() {
        return firedWindow != Trail.NONE;
    }

    /** Begin of what is under suspicion or known to be off, in seconds; none when nothing is. */
    Optional<Long> suspectSince() {
        if (firing()) {
            return Optional.of(Math.min(onset, runStart));
        }
        return trail.s > PENDING * limits.threshold() ? Optional.of(trail.since) : Optional.empty();
    }

    /** Begin of what the history has to keep, in seconds; none when nothing in particular. */
    Optional<Long> keepSince() {
        if (firing()) {
            return Optional.of(runStart);
        }
        return trail.since == Trail.NONE ? Optional.empty() : Optional.of(trail.since);
    }

    /** Since when feedback looks like the baseline again, in seconds. */
    Optional<Long> recoveringSince() {
        return trail.recoveringSince == Trail.NONE
                ? Optional.empty()
                : Optional.of(trail.recoveringSince);
    }

    Optional<Instant> pendingSince() {
        return pendingSince == Trail.NONE
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(pendingSince));
    }

    double statistic() {
        return trail.s;
    }

    double threshold() {
        return limits.threshold();
    }

    void write(DataOutput out) throws IOException {
        base.write(out);
        trail.write(out);
        limits.write(out);
        out.writeBoolean(over);
        for (long time : List.of(pendingSince, runStart, firedWindow, onset, tellAt, after)) {
            out.writeLong(time);
        }
    }

    static DirectionTest read(Direction direction, DataInput in) throws IOException {
        DirectionTest test = new DirectionTest(direction);
        test.base = Trail.read(in);
        test.trail = Trail.read(in);
        test.limits = Limits.read(in);
        test.over = in.readBoolean();
        test.pendingSince = in.readLong();
        test.runStart = in.readLong();
        test.firedWindow = in.readLong();
        test.onset = in.readLong();
        test.tellAt = in.readLong();
        test.after = in.readLong();
        return test;
    }
}
