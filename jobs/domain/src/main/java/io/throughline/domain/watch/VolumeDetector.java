package io.throughline.domain.watch;

import io.throughline.alert.AlertRules;
import io.throughline.alert.DataFault;
import io.throughline.alert.Decision;
import io.throughline.alert.Direction;
import io.throughline.alert.Figures;
import io.throughline.alert.Onset;
import io.throughline.domain.detect.Finding;
import io.throughline.domain.detect.Phase;
import io.throughline.measure.Interval;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells when far more or far less feedback comes than is due, an hour a step. It looks at the last
 * hour, six hours and day, each with the spread that forecasts of such spans really had.
 *
 * <p>A direction is allowed one false alarm in the budget's time; a third of it goes to each span,
 * and the bound is Bonferroni's over the hours of the budget. It must also pass practical
 * significance: {@value #SURGE} times of what is due, or {@value #COLLAPSE} of it; and a surge must
 * be more than any such span of the last eight weeks held outside of alerts, because feeds that
 * come in batches follow no law of counts.
 *
 * <p>Of a feed that comes at one hour of the day, such as a file with dates and no times, a
 * collapse is told by the day: see {@link DailyRhythm}. A surge is told at once.
 */
final class VolumeDetector {

    static final double SURGE = 1.5;
    static final double COLLAPSE = 0.5;

    /** Least distance between what came and what was due. */
    private static final int LEAST_DISTANCE = 5;

    private static final int[] SPANS = {1, 6, HourCounts.DAY};
    private static final int LEAST_DAYS = 3;

    private static final String PATH = "count";

    private final Set<Direction> watched;
    private AlertRules rules;
    private HourCounts counts = new HourCounts();
    private VolumeChannels channels = new VolumeChannels();
    private VolumeBaseline baseline;
    private VolumeSpread[] spreads = new VolumeSpread[SPANS.length];
    private int judgedHour = DailyRhythm.NONE;
    private long firstHour = Long.MIN_VALUE;
    private Direction firing;
    private long onset;
    private long firedHour;
    private long firedCount;
    private VolumeRecovery recovery;

    /** A span that is off: chance of it, and what came and was due. */
    private record Off(Direction direction, int span, double chance, long count, double due) {}

    VolumeDetector(AlertRules rules) {
        this(rules, EnumSet.of(Direction.VOLUME_SURGE, Direction.VOLUME_COLLAPSE));
    }

    /**
     * @param watched directions to look for
     */
    VolumeDetector(AlertRules rules, Set<Direction> watched) {
        this.rules = rules;
        this.watched = watched;
    }

    /** Other rules from the next hour on. */
    void rules(AlertRules newRules) {
        rules = newRules;
    }

    /** Feedback came in an hour, early or late; a negative change takes it back. */
    void add(long hour, String channel, int change) {
        if (firstHour == Long.MIN_VALUE || hour < firstHour) {
            firstHour = counts.isEmpty() || hour >= counts.begin() ? hour : firstHour;
        }
        counts.add(hour, change);
        channels.add(hour, channel, change);
    }

    /** Whether there is too little to compare with; nothing fires then. */
    boolean learning(long hour) {
        return firstHour == Long.MIN_VALUE
                || hour + 1 - firstHour < rules.warmUp().toHours()
                || spreads[0] == null
                || spreads[0].times() < LEAST_DAYS * HourCounts.DAY / 2;
    }

    /** Hours since the first feedback. */
    long known(long hour) {
        return firstHour == Long.MIN_VALUE ? 0 : Math.max(0, hour - firstHour);
    }

    /** Feedback due in an hour; below 0 while nothing is known. */
    double expected(long hour) {
        return baseline == null ? -1 : baseline.at(hour);
    }

    /** The hour is over. Hours end in order, each once. */
    Optional<Finding> end(long hour) {
        counts.end(hour, expected(hour));
        double halfLife = rules.halfLife().toHours() / (double) HourCounts.DAY;
        Finding finding = firing == null ? look(hour) : follow(hour);
        channels.end(hour, each -> counts.learnt(each) ? 1 : 0, halfLife);
        boolean dayEnds = Math.floorMod(hour + 1, (long) HourCounts.DAY) == 0;
        if (firing == null && (dayEnds || baseline == null)) {
            learn(hour + 1, halfLife);
        }
        return Optional.ofNullable(finding);
    }

    /**
     * Ends what fires without evidence of a return. Nothing says that it was an exception, so that
     * it is learnt from: a feed that comes in batches fires once and not with every batch.
     */
    void end() {
        if (firing != null) {
            counts.takeIn(onset);
            quiet();
        }
    }

    private void quiet() {
        firing = null;
        recovery = null;
    }

    /** The level since the onset is the level. */
    void accept() {
        if (firing != null) {
            counts.restart(onset);
            baseline = null;
            firstHour = onset;
            quiet();
        }
    }

    /** Figures of what fires when feedback that came late has changed what it fired on. */
    Optional<Finding> corrected() {
        if (firing == null || countOf(onset, firedHour) == firedCount) {
            return Optional.empty();
        }
        return Optional.of(
                new Finding(
                        firing,
                        Phase.FIRING,
                        start(firedHour + 1),
                        null,
                        figures(onset, firedHour),
                        null,
                        List.of()));
    }

    /** Whether what fires is still off when the hours of faults are left out. */
    boolean stands(List<DataFault> faults) {
        double due = 0;
        long count = 0;
        for (long hour = onset; hour < counts.end(); hour++) {
            long at = hour;
            if (counts.expected(hour) >= 0 && faults.stream().noneMatch(fault -> hit(fault, at))) {
                due += counts.expected(hour);
                count += counts.count(hour);
            }
        }
        Off off = off(HourCounts.DAY, count, due, spreads[SPANS.length - 1].kappa(), 0);
        return off != null && off.direction() == firing;
    }

    private static boolean hit(DataFault fault, long hour) {
        return fault.from().isBefore(start(hour + 1))
                && (fault.until() == null || fault.until().isAfter(start(hour)));
    }

    private long countOf(long from, long last) {
        long count = 0;
        for (long hour = from; hour <= last; hour++) {
            count += counts.count(hour);
        }
        return count;
    }

    private Figures figures(long from, long last) {
        double due = 0;
        for (long hour = from; hour <= last; hour++) {
            due += Math.max(0, counts.expected(hour));
        }
        long count = countOf(from, last);
        double deviation = Math.sqrt(spreads[SPANS.length - 1].kappa()) * due;
        Interval change =
                Interval.ofCount(count).less(count, due, Interval.TWO_SIDED_95 * deviation);
        return new Figures(due, count, change.low(), change.high(), count, 0);
    }

    private void learn(long until, double halfLife) {
        if (until - counts.begin() < HourCounts.DAY) {
            return;
        }
        for (int i = 0; i < SPANS.length; i++) {
            spreads[i] = VolumeSpread.of(counts, until, SPANS[i]);
        }
        judgedHour = DailyRhythm.judgedHour(counts, until);
        VolumeBaseline learnt = VolumeBaseline.learn(counts, until, halfLife, spreads[0].kappa());
        baseline = learnt == null ? baseline : learnt;
    }

    private Finding look(long hour) {
        if (baseline == null || learning(hour)) {
            return null;
        }
        Off strongest = null;
        double due = 0;
        long count = 0;
        int width = 0;
        for (int i = 0; i < SPANS.length; i++) {
            while (width < SPANS[i]) {
                long at = hour - width;
                if (!counts.learnt(at) || counts.expected(at) < 0) {
                    return strongest == null ? null : fire(hour, strongest);
                }
                due += counts.expected(at);
                count += counts.count(at);
                width++;
            }
            Off off = off(SPANS[i], count, due, spreads[i].kappa(), counts.most(SPANS[i]));
            if (off != null
                    && tells(off, hour)
                    && (strongest == null || off.chance() < strongest.chance())) {
                strongest = off;
            }
        }
        return strongest == null ? null : fire(hour, strongest);
    }

    private boolean tells(Off off, long hour) {
        return judgedHour == DailyRhythm.NONE
                || off.direction() == Direction.VOLUME_SURGE
                || off.span() == HourCounts.DAY
                        && Math.floorMod(hour, (long) HourCounts.DAY) == judgedHour;
    }

    private Off off(int span, long count, double due, double kappa, int most) {
        if (due <= 0 || Math.abs(count - due) < LEAST_DISTANCE) {
            return null;
        }
        boolean surge = count > due;
        Direction direction = surge ? Direction.VOLUME_SURGE : Direction.VOLUME_COLLAPSE;
        if (!watched.contains(direction)) {
            return null;
        }
        if (surge ? count < SURGE * due : count > COLLAPSE * due) {
            return null;
        }
        if (surge && count <= most) {
            return null;
        }
        NegativeBinomial law = new NegativeBinomial(due, kappa);
        double chance = surge ? law.atLeast(count) : law.atMost(count);
        return chance > allowed() ? null : new Off(direction, span, chance, count, due);
    }

    /** Chance of a span's false alarm in an hour that uses up its part of the budget. */
    private double allowed() {
        return 1.0 / (SPANS.length * Math.max(1, rules.budget().toHours()));
    }

    private Finding fire(long hour, Off off) {
        firing = off.direction();
        onset = onset(hour, off);
        firedHour = hour;
        Figures figures = figures(onset, hour);
        firedCount = figures.count();
        counts.leaveOut(onset, hour + 1);
        recovery = new VolumeRecovery(figures.observed() / figures.expected());
        return new Finding(
                firing,
                Phase.FIRES,
                start(hour + 1),
                new Onset(start(onset), start(hour + 1 - off.span()), start(hour)),
                figures,
                new Decision(
                        PATH, -Math.log10(off.chance()), -Math.log10(allowed()), rules.budget()),
                channels.drivers(
                        onset, hour + 1, figures.expected(), at -> counts.learnt(at) ? 1 : 0));
    }

    /** First hour of the end of the span that is farthest off by the likelihood of Poisson's. */
    private long onset(long hour, Off off) {
        double due = 0;
        double best = -1;
        long count = 0;
        long from = hour;
        for (long at = hour; at > hour - off.span(); at--) {
            due += counts.expected(at);
            count += counts.count(at);
            boolean sameWay = off.direction() == Direction.VOLUME_SURGE ? count > due : count < due;
            double away = (count == 0 ? 0 : count * Math.log(count / due)) - count + due;
            if (sameWay && away > best) {
                best = away;
                from = at;
            }
        }
        return from;
    }

    private Finding follow(long hour) {
        counts.leaveOut(hour, hour + 1);
        Phase phase = recovery.next(counts.count(hour), expected(hour), dispersion(hour));
        Finding finding = new Finding(firing, phase, start(hour + 1), null, null, null, List.of());
        if (phase == Phase.RECOVERED) {
            quiet();
        }
        return finding;
    }

    private double dispersion(long hour) {
        double dispersion = 1;
        for (int i = 0; i < SPANS.length; i++) {
            dispersion = Math.max(dispersion, 1 + spreads[i].kappa() * due(hour, SPANS[i]));
        }
        return dispersion;
    }

    /** Hours in which what fires ends if from that hour on what comes is what is due. */
    long hoursAsUsual(long from, long most) {
        return recovery.hoursAsUsual(from, most, this::expected, this::dispersion);
    }

    /** What a span holds whose hours are all like this one, or that of a feed of one hour a day. */
    private double due(long hour, int span) {
        if (judgedHour == DailyRhythm.NONE) {
            return expected(hour) * span;
        }
        double due = 0;
        for (long at = hour; at > hour - span; at--) {
            due += expected(at);
        }
        return due;
    }

    private static Instant start(long hour) {
        return Instant.ofEpochSecond(Duration.ofHours(hour).toSeconds());
    }

    void write(DataOutput out) throws IOException {
        counts.write(out);
        channels.write(out);
        Bytes.optional(out, baseline, (to, value) -> value.write(to));
        for (VolumeSpread spread : spreads) {
            out.writeDouble(spread == null ? -1 : spread.kappa());
            out.writeInt(spread == null ? -1 : spread.times());
        }
        out.writeByte(judgedHour);
        out.writeLong(firstHour);
        out.writeByte(firing == null ? -1 : firing == Direction.VOLUME_SURGE ? 1 : 0);
        out.writeLong(onset);
        out.writeLong(firedHour);
        out.writeLong(firedCount);
        Bytes.optional(out, recovery, (to, value) -> value.write(to));
    }

    static VolumeDetector read(DataInput in, AlertRules rules, Set<Direction> watched)
            throws IOException {
        VolumeDetector read = new VolumeDetector(rules, watched);
        read.counts = HourCounts.read(in);
        read.channels = VolumeChannels.read(in);
        read.baseline = Bytes.optional(in, VolumeBaseline::read);
        for (int i = 0; i < SPANS.length; i++) {
            double kappa = in.readDouble();
            int times = in.readInt();
            read.spreads[i] = times < 0 ? null : new VolumeSpread(SPANS[i], kappa, times);
        }
        read.judgedHour = in.readByte();
        read.firstHour = in.readLong();
        byte direction = in.readByte();
        read.firing =
                direction < 0
                        ? null
                        : direction == 1 ? Direction.VOLUME_SURGE : Direction.VOLUME_COLLAPSE;
        read.onset = in.readLong();
        read.firedHour = in.readLong();
        read.firedCount = in.readLong();
        read.recovery = Bytes.optional(in, VolumeRecovery::read);
        return read;
    }
}
