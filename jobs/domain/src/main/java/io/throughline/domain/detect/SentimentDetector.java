package io.throughline.domain.detect;

import io.throughline.alert.AlertRules;
import io.throughline.alert.Direction;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether the negative share of one stage has risen or fallen from what its channels and the hour
 * of the week make expect.
 *
 * <p>Fed with closed windows in order; those without feedback may be left out, they decide nothing.
 * Both directions are in one object because they share one baseline: the test for a rise must not
 * learn the level of a drop that fires. Everything is a function of the sums of the windows, of
 * corrections and of what is told, so that a replay decides alike.
 */
public final class SentimentDetector {

    /** Labelled feedback, the guard band left out, that the baseline takes to be ready. */
    static final long NEEDED = 200;

    private static final int VERSION = 2;
    private static final long KEPT = Duration.ofHours(48).toSeconds();
    private static final long KEPT_AT_MOST = Duration.ofDays(14).toSeconds();

    private AlertRules rules;
    private Knowledge knowledge = new Knowledge();
    private History history = new History();
    private DirectionTest drop = new DirectionTest(Direction.DROP);
    private DirectionTest rise = new DirectionTest(Direction.RISE);
    private long first = Trail.NONE;
    private long latest = Trail.NONE;
    private boolean ready;

    public SentimentDetector(AlertRules rules) {
        this.rules = rules;
    }

    /** The rules from the next window on. */
    public void rules(AlertRules next) {
        rules = next;
        if (ready) {
            limit();
        }
    }

    /**
     * Takes a closed window in.
     *
     * @return what each direction says to it: the drop, then the rise
     * @throws IllegalArgumentException when a window that is not older was closed before
     */
    public List<Finding> close(WindowSums window) {
        long start = window.start().getEpochSecond();
        if (start <= latest) {
            throw new IllegalArgumentException(window.start() + " does not follow");
        }
        latest = start;
        first = first == Trail.NONE ? start : first;
        boolean judgedAnew = knowledge.learn(start, suspectSince(), firing(), rules.halfLife());
        if (!ready && enough(start)) {
            ready = true;
            judgedAnew = true;
            knowledge.baseline().fit(1, knowledge.dispersion());
        }
        if (ready && judgedAnew) {
            limit();
        }
        ScoredWindow scored = score(window);
        hold(window);
        history.put(scored);
        List<Finding> findings = ready ? test(scored) : quiet(scored);
        evict();
        return findings;
    }

    private boolean enough(long start) {
        return start - first >= rules.warmUp().toSeconds() && count() >= NEEDED;
    }

    private List<Finding> test(ScoredWindow window) {
        boolean fired = firing();
        List<Finding> findings =
                List.of(drop.close(window, ground()), rise.close(window, ground()));
        if (!fired && firing()) {
            knowledge.freeze();
        }
        for (Finding finding : findings) {
            if (finding.phase() == Phase.RECOVERED) {
                release(testOf(finding.direction()), window.start());
            }
        }
        return findings;
    }

    private List<Finding> quiet(ScoredWindow window) {
        Instant end = Instant.ofEpochSecond(window.start()).plus(rules.window());
        return List.of(
                Finding.bare(Direction.DROP, Phase.QUIET, end),
                Finding.bare(Direction.RISE, Phase.QUIET, end));
    }

    /**
     * Takes the whole sums of an older window in, because something came late or was taken back.
     * The statistics are those of the corrected windows from now on; decisions stand.
     *
     * @return figures of what is firing, when they rest on the window
     */
    public List<Finding> correct(WindowSums window) {
        long start = window.start().getEpochSecond();
        if (!history.holds(start) || start > latest) {
            return List.of();
        }
        relearn(history.at(start), window);
        history.put(score(window));
        drop.refold(history, rules.oddsRatio());
        rise.refold(history, rules.oddsRatio());
        List<Finding> corrected = new ArrayList<>();
        drop.corrected(start, ground()).ifPresent(corrected::add);
        rise.corrected(start, ground()).ifPresent(corrected::add);
        return corrected;
    }

    /** The level that it fired for is the level now: the baseline starts from the onset. */
    public void accept(Direction direction) {
        if (!testOf(direction).firing()) {
            return;
        }
        knowledge.accept();
        drop.reset(latest);
        rise.reset(latest);
        ready = count() >= NEEDED;
        if (ready) {
            limit();
        }
    }

    /**
     * How many more pieces of feedback at the baseline would show that what fires in the direction
     * is over; 0 when nothing does.
     */
    public long feedbackToReturn(Direction direction) {
        DirectionTest test = testOf(direction);
        return test.firing() ? test.feedbackToReturn(ground()) : 0;
    }

    /** What fired in the direction has ended without a return being shown. */
    public void end(Direction direction) {
        DirectionTest test = testOf(direction);
        if (test.firing()) {
            release(test, latest + Knowledge.HOUR);
        }
    }

    private void release(DirectionTest test, long otherwise) {
        long onset = test.suspectSince().orElse(otherwise);
        long back = test.recoveringSince().orElse(otherwise);
        test.reset(latest);
        if (!firing()) {
            knowledge.thaw(onset, back);
        }
    }

    /**
     * Whether what fires in the direction would have fired by now without some of the feedback,
     * because something is wrong with that.
     */
    public boolean standsWithout(Direction direction, List<LeftOut> without) {
        return testOf(direction).standsWithout(without, latest, ground());
    }

    /** Whether there is not enough yet to compare with. */
    public boolean learning() {
        return !ready;
    }

    /** Labelled feedback that the baseline rests on; the last day is not in it. */
    public long count() {
        return knowledge.baseline().count();
    }

    /** Labelled feedback that it takes to be ready, once the time of the rules has passed. */
    public long needed() {
        return NEEDED;
    }

    /** Negative share of the stage that is due, 0 to 1; 0 while nothing is known. */
    public double expected() {
        return count() == 0 ? 0 : knowledge.baseline().share();
    }

    public double statistic(Direction direction) {
        return testOf(direction).statistic();
    }

    /** At which it fires; 0 while learning. */
    public double threshold(Direction direction) {
        return testOf(direction).threshold();
    }

    /** End of the window since which the statistic is past 0.6 of its threshold. */
    public Optional<Instant> pendingSince(Direction direction) {
        return testOf(direction).pendingSince();
    }

    private ScoredWindow score(WindowSums window) {
        long hour = Math.floorDiv(window.start().getEpochSecond(), Knowledge.HOUR);
        ScoredWindow before = history.at(window.start().getEpochSecond());
        return Scoring.of(
                window,
                before,
                ready ? knowledge.baseline() : new Baseline(),
                Knowledge.slotOf(hour),
                knowledge.dispersion());
    }

    private void hold(WindowSums window) {
        for (Cell cell : window.cells()) {
            knowledge.hold(
                    window.start().getEpochSecond(),
                    cell.channel(),
                    cell.count(),
                    cell.weightMicros(),
                    cell.negativeMicros());
        }
    }

    /** Takes back what the window said before, and takes in what it says now. */
    private void relearn(ScoredWindow before, WindowSums window) {
        if (before != null) {
            for (int cell = 0; cell < before.cells(); cell++) {
                knowledge.hold(
                        before.start(),
                        before.channels()[cell],
                        -before.count()[cell],
                        -before.weightMicros()[cell],
                        -before.negativeMicros()[cell]);
            }
        }
        hold(window);
    }

    private void evict() {
        long keep = latest - KEPT;
        for (DirectionTest test : List.of(drop, rise)) {
            keep = Math.min(keep, test.keepSince().orElse(keep));
        }
        long tooOld = latest - KEPT_AT_MOST;
        keep = Math.max(keep, tooOld);
        ScoredWindow oldest = history.pollBefore(keep, tooOld);
        while (oldest != null) {
            drop.fold(oldest, rules.oddsRatio());
            rise.fold(oldest, rules.oddsRatio());
            oldest = history.pollBefore(keep, tooOld);
        }
    }

    private void limit() {
        Ground ground = ground();
        ground.prepare();
        double share = knowledge.baseline().share();
        drop.limits(ground.limits(share, ground.known()));
        rise.limits(ground.limits(1 - share, ground.known()));
    }

    private Ground ground() {
        Baseline baseline = knowledge.baseline();
        double dispersion = knowledge.dispersion();
        return new Ground(
                rules,
                baseline,
                history,
                baseline.volume() / dispersion,
                baseline.effective() / dispersion);
    }

    private DirectionTest testOf(Direction direction) {
        return switch (direction) {
            case DROP -> drop;
            case RISE -> rise;
            case VOLUME_SURGE, VOLUME_COLLAPSE ->
                    throw new IllegalArgumentException(direction + " is not about sentiment");
        };
    }

    private boolean firing() {
        return drop.firing() || rise.firing();
    }

    private long suspectSince() {
        return Math.min(
                drop.suspectSince().orElse(Long.MAX_VALUE),
                rise.suspectSince().orElse(Long.MAX_VALUE));
    }

    /** Writes the state: the same state, the same bytes. */
    public void write(DataOutput out) throws IOException {
        out.writeInt(VERSION);
        RulesState.write(rules, out);
        knowledge.write(out);
        history.write(out);
        drop.write(out);
        rise.write(out);
        out.writeLong(first);
        out.writeLong(latest);
        out.writeBoolean(ready);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException also when the version is not known
     */
    public static SentimentDetector read(DataInput in) throws IOException {
        int version = in.readInt();
        if (version != VERSION) {
            throw new IOException("state of a sentiment detector of version " + version);
        }
        SentimentDetector detector = new SentimentDetector(RulesState.read(in));
        detector.knowledge = Knowledge.read(in);
        detector.history = History.read(in);
        detector.drop = DirectionTest.read(Direction.DROP, in);
        detector.rise = DirectionTest.read(Direction.RISE, in);
        detector.first = in.readLong();
        detector.latest = in.readLong();
        detector.ready = in.readBoolean();
        if (detector.ready) {
            detector.ground().prepare();
        }
        return detector;
    }
}
