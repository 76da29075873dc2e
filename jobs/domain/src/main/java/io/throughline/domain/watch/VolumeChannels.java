package io.throughline.domain.watch;

import io.throughline.alert.Driver;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which channels feedback comes from: hour by hour for the last three days, and the usual shares
 * before. Says who carries a change of volume.
 */
final class VolumeChannels {

    private static final int KEPT_HOURS = 3 * HourCounts.DAY;
    private static final double LEAST = 1e-3;

    private final TreeMap<Long, TreeMap<String, Integer>> hours = new TreeMap<>();
    private final TreeMap<String, Double> usual = new TreeMap<>();

    void add(long hour, String channel, int change) {
        hours.computeIfAbsent(hour, key -> new TreeMap<>()).merge(channel, change, Integer::sum);
    }

    /**
     * The hour is over: hours older than three days become what is usual.
     *
     * @param learnt whether an hour may be learnt from
     */
    void end(long hour, VolumeProfile.HourValue learnt, double halfLifeDays) {
        while (!hours.isEmpty() && hours.firstKey() <= hour - KEPT_HOURS) {
            Map.Entry<Long, TreeMap<String, Integer>> old = hours.pollFirstEntry();
            if (learnt.at(old.getKey()) > 0) {
                old.getValue()
                        .forEach(
                                (channel, count) ->
                                        usual.merge(channel, (double) count, Double::sum));
            }
        }
        if (Math.floorMod(hour, (long) HourCounts.DAY) == HourCounts.DAY - 1) {
            double kept = Math.pow(2, -1 / halfLifeDays);
            usual.replaceAll((channel, count) -> count * kept);
            usual.values().removeIf(count -> count < LEAST);
        }
    }

    /** Contributions sum to what came less what was due. */
    List<Driver> drivers(long from, long until, double due, VolumeProfile.HourValue learnt) {
        TreeMap<String, Double> shares = new TreeMap<>(usual);
        hours.headMap(from)
                .forEach(
                        (hour, counts) -> {
                            if (learnt.at(hour) > 0) {
                                counts.forEach(
                                        (channel, count) ->
                                                shares.merge(channel, (double) count, Double::sum));
                            }
                        });
        TreeMap<String, Long> came = new TreeMap<>();
        hours.subMap(from, until)
                .values()
                .forEach(
                        counts ->
                                counts.forEach(
                                        (channel, count) ->
                                                came.merge(channel, (long) count, Long::sum)));
        shares.keySet().forEach(channel -> came.putIfAbsent(channel, 0L));
        double all = shares.values().stream().mapToDouble(Double::doubleValue).sum();
        List<Driver> drivers = new ArrayList<>();
        came.forEach(
                (channel, count) -> {
                    double share =
                            all > 0 ? shares.getOrDefault(channel, 0.0) / all : 1.0 / came.size();
                    drivers.add(
                            new Driver(channel, count, due * share, count, count - due * share));
                });
        drivers.sort(
                Comparator.<Driver>comparingDouble(driver -> -Math.abs(driver.contribution()))
                        .thenComparing(Driver::channel));
        return drivers;
    }

    void write(DataOutput out) throws IOException {
        Bytes.list(
                out,
                hours.entrySet(),
                (to, hour) -> {
                    to.writeLong(hour.getKey());
                    Bytes.list(
                            to,
                            hour.getValue().entrySet(),
                            (into, channel) -> {
                                Bytes.text(into, channel.getKey());
                                into.writeInt(channel.getValue());
                            });
                });
        Bytes.list(
                out,
                usual.entrySet(),
                (to, channel) -> {
                    Bytes.text(to, channel.getKey());
                    to.writeDouble(channel.getValue());
                });
    }

    static VolumeChannels read(DataInput in) throws IOException {
        VolumeChannels read = new VolumeChannels();
        int hours = in.readInt();
        for (int i = 0; i < hours; i++) {
            long hour = in.readLong();
            int channels = in.readInt();
            for (int j = 0; j < channels; j++) {
                read.add(hour, Bytes.text(in), in.readInt());
            }
        }
        int channels = in.readInt();
        for (int i = 0; i < channels; i++) {
            read.usual.put(Bytes.text(in), in.readDouble());
        }
        return read;
    }
}
