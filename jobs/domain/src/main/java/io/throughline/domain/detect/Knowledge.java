package io.throughline.domain.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;

/**
 * What a stage is compared with, and how it comes to be: hours pass through the guard band into the
 * baseline. While something fires, the baseline stands still, and what has come since the onset is
 * learned beside it, in case somebody accepts it as the new level.
 */
final class Knowledge {

    static final long HOUR = 3600;

    private static final long DAY = 24 * HOUR;
    private static final long GUARD = DAY;
    private static final long LONGEST_SUSPICION = 7 * DAY;
    private static final double LEAST_KNOWN = 50;

    private GuardBand guard = new GuardBand();
    private Baseline baseline = new Baseline();
    private Dispersion dispersion = new Dispersion();

    /** Learned since the onset of what fires; null while nothing does. */
    private Baseline accepted;

    private long learnedUntil = Trail.NONE;
    private long day = Trail.NONE;

    Baseline baseline() {
        return baseline;
    }

    double dispersion() {
        return dispersion.factor();
    }

    static int slotOf(long hour) {
        return (int) Math.floorMod(hour, (long) ChannelBaseline.SLOTS);
    }

    void hold(long second, String channel, long count, long weightMicros, long negativeMicros) {
        long hour = Math.floorDiv(second, HOUR);
        guard.add(hour, channel, count, weightMicros, negativeMicros);
    }

    /**
     * Learns what has left the guard band.
     *
     * @param now begin of the window, in seconds
     * @param suspect begin of what is under suspicion, in seconds; {@link Long#MAX_VALUE} when
     *     nothing is
     * @param frozen whether something fires
     * @return whether a new day has begun, so that everything was judged anew
     */
    boolean learn(long now, long suspect, boolean frozen, Duration halfLife) {
        long limit = now - GUARD;
        if (!frozen) {
            limit = Math.min(limit, Math.max(suspect, now - LONGEST_SUSPICION));
        }
        long until = Math.floorDiv(limit, HOUR);
        Map.Entry<Long, SortedMap<String, HourSums>> hour = guard.pollBefore(until);
        while (hour != null) {
            boolean off = frozen && (hour.getKey() + 1) * HOUR > suspect;
            learn(hour.getKey(), hour.getValue(), off);
            hour = guard.pollBefore(until);
        }
        if (learnedUntil == Trail.NONE) {
            learnedUntil = Math.floorDiv(now, HOUR);
        }
        if (until > learnedUntil) {
            (frozen ? accepted : baseline).passed(until - learnedUntil);
            learnedUntil = until;
        }
        long today = Math.floorDiv(now, DAY);
        if (today == day) {
            return false;
        }
        fit(day == Trail.NONE ? 0 : today - day, frozen, halfLife);
        day = today;
        return true;
    }

    private void fit(long days, boolean frozen, Duration halfLife) {
        double factor = StrictMath.pow(0.5, days * (double) DAY / halfLife.toSeconds());
        if (frozen) {
            accepted.fit(factor, dispersion.factor());
        } else {
            dispersion.forget(factor);
            baseline.fit(factor, dispersion.factor());
        }
    }

    private void learn(long hour, SortedMap<String, HourSums> channels, boolean off) {
        int slot = slotOf(hour);
        if (!off && hour >= learnedUntil) {
            disperse(hour, slot, channels);
        }
        Baseline into = off ? accepted : baseline;
        channels.forEach((channel, sums) -> into.add(channel, slot, sums));
    }

    private void disperse(long hour, int slot, SortedMap<String, HourSums> channels) {
        double known = baseline.effective();
        if (known < LEAST_KNOWN) {
            return;
        }
        double difference = 0;
        double variance = 0;
        double weight = 0;
        for (Map.Entry<String, HourSums> channel : channels.entrySet()) {
            if (baseline.knows(channel.getKey())) {
                double p = baseline.expected(channel.getKey(), slot);
                HourSums sums = channel.getValue();
                difference += sums.negative() - sums.weight() * p;
                variance += sums.weight() * p * (1 - p);
                weight += sums.weight();
            }
        }
        dispersion.add(hour, difference, variance, weight, known);
    }

    /** Something has begun to fire. */
    void freeze() {
        if (accepted == null) {
            accepted = new Baseline();
        }
    }

    /** Nothing fires any more: goes on from the given time, and forgets what was off before. */
    void thaw(long onset, long from) {
        accepted = null;
        guard.drop(Math.floorDiv(onset, HOUR), Math.floorDiv(from, HOUR));
    }

    /** The level since the onset is the level. */
    void accept() {
        baseline = accepted;
        accepted = null;
        baseline.fit(1, dispersion.factor());
    }

    void write(DataOutput out) throws IOException {
        guard.write(out);
        baseline.write(out);
        dispersion.write(out);
        out.writeBoolean(accepted != null);
        if (accepted != null) {
            accepted.write(out);
        }
        out.writeLong(learnedUntil);
        out.writeLong(day);
    }

    static Knowledge read(DataInput in) throws IOException {
        Knowledge knowledge = new Knowledge();
        knowledge.guard = GuardBand.read(in);
        knowledge.baseline = Baseline.read(in);
        knowledge.dispersion = Dispersion.read(in);
        knowledge.accepted = in.readBoolean() ? Baseline.read(in) : null;
        knowledge.learnedUntil = in.readLong();
        knowledge.day = in.readLong();
        return knowledge;
    }
}
