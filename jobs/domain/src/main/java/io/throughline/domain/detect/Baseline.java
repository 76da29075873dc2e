package io.throughline.domain.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;

/**
 * Expected negative share of a stage per channel and hour of the week: an hour's own share, drawn
 * to that of its channel, drawn to that of the stage, as far as each has observations of its own.
 *
 * <p>It forgets exponentially, but never below {@link #FLOOR} observations: a quiet stage remembers
 * for longer rather than forget what it is compared with.
 */
final class Baseline {

    /** A channel with fewer observations is not judged yet: it has nothing to be judged by. */
    static final double LEAST_OF_CHANNEL = 20;

    static final double FLOOR = 400;

    private static final double PRIOR = 1;
    private static final double EDGE = 0.002;

    private final SortedMap<String, ChannelBaseline> channels = new TreeMap<>();
    private double hours;
    private long count;
    private Shrinkage shrinkage = Shrinkage.START;

    void add(String channel, int slot, HourSums sums) {
        channels.computeIfAbsent(channel, name -> new ChannelBaseline())
                .add(slot, sums.negative(), sums.weight());
        count += sums.count;
    }

    void passed(double further) {
        hours += further;
    }

    /** Forgets, and judges anew how much the groups differ. */
    void fit(double factor, double dispersion) {
        double all = all();
        double kept = all <= FLOOR ? 1 : Math.max(factor, FLOOR / all);
        channels.values().forEach(channel -> channel.forget(kept));
        hours *= kept;
        shrinkage = Shrinkage.of(channels.values(), share(), dispersion);
    }

    boolean knows(String channel) {
        ChannelBaseline known = channels.get(channel);
        return known != null && known.all >= LEAST_OF_CHANNEL;
    }

    /** Expected negative share. */
    double expected(String channel, int slot) {
        double stage = share();
        ChannelBaseline known = channels.get(channel);
        if (known == null) {
            return clip(stage);
        }
        double prior = shrinkage.channels();
        double own = (known.allNegative + prior * stage) / (known.all + prior);
        if (shrinkage.slots() >= Shrinkage.ALL) {
            return clip(own);
        }
        return clip(
                (known.negative[slot] + shrinkage.slots() * own)
                        / (known.total[slot] + shrinkage.slots()));
    }

    /** Negative share of the whole stage. */
    double share() {
        double negative = 0;
        double all = 0;
        for (ChannelBaseline channel : channels.values()) {
            negative += channel.allNegative;
            all += channel.all;
        }
        return clip((negative + PRIOR / 2) / (all + PRIOR));
    }

    /** Least negative share of the stage and of its channels that are known. */
    double leastShare() {
        return Math.min(share(), sharesOfChannels().min().orElse(1));
    }

    /** Greatest negative share of the stage and of its channels that are known. */
    double greatestShare() {
        return Math.max(share(), sharesOfChannels().max().orElse(0));
    }

    private DoubleStream sharesOfChannels() {
        return channels.values().stream()
                .filter(channel -> channel.all >= LEAST_OF_CHANNEL)
                .mapToDouble(channel -> clip(channel.allNegative / channel.all));
    }

    /** Observations that a channel's share rests on, those forgotten taken off. */
    double effective(String channel) {
        ChannelBaseline known = channels.get(channel);
        return known == null ? 0 : known.effective();
    }

    /** Observations that the share of the stage rests on, those forgotten taken off. */
    double effective() {
        double squares = channels.values().stream().mapToDouble(c -> c.squares).sum();
        double all = all();
        return squares == 0 ? 0 : all * all / squares;
    }

    /** Weight of labelled feedback an hour. */
    double volume() {
        return hours <= 0 ? 0 : all() / hours;
    }

    /** Labelled feedback that was ever learned. */
    long count() {
        return count;
    }

    private double all() {
        return channels.values().stream().mapToDouble(channel -> channel.all).sum();
    }

    private static double clip(double share) {
        return Math.min(1 - EDGE, Math.max(EDGE, share));
    }

    void write(DataOutput out) throws IOException {
        out.writeDouble(hours);
        out.writeLong(count);
        out.writeDouble(shrinkage.channels());
        out.writeDouble(shrinkage.slots());
        out.writeInt(channels.size());
        for (Map.Entry<String, ChannelBaseline> channel : channels.entrySet()) {
            out.writeUTF(channel.getKey());
            channel.getValue().write(out);
        }
    }

    static Baseline read(DataInput in) throws IOException {
        Baseline baseline = new Baseline();
        baseline.hours = in.readDouble();
        baseline.count = in.readLong();
        baseline.shrinkage = new Shrinkage(in.readDouble(), in.readDouble());
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            baseline.channels.put(in.readUTF(), ChannelBaseline.read(in));
        }
        return baseline;
    }
}
