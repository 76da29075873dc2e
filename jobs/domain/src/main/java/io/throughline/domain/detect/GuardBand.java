package io.throughline.domain.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Hours that the baseline has not learned yet: the last day, and whatever is under suspicion. Held
 * back rather than left out, because leaving out what looked bad would make the baseline too good.
 */
final class GuardBand {

    private final TreeMap<Long, SortedMap<String, HourSums>> hours = new TreeMap<>();

    void add(long hour, String channel, long count, long weightMicros, long negativeMicros) {
        hours.computeIfAbsent(hour, at -> new TreeMap<>())
                .computeIfAbsent(channel, name -> new HourSums())
                .add(count, weightMicros, negativeMicros);
    }

    /** Takes the oldest hour out when it is older than the given one; null when there is none. */
    Map.Entry<Long, SortedMap<String, HourSums>> pollBefore(long hour) {
        return hours.isEmpty() || hours.firstKey() >= hour ? null : hours.pollFirstEntry();
    }

    /** Forgets the hours from the first up to and without the last. */
    void drop(long first, long last) {
        if (first < last) {
            hours.subMap(first, last).clear();
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(hours.size());
        for (Map.Entry<Long, SortedMap<String, HourSums>> hour : hours.entrySet()) {
            out.writeLong(hour.getKey());
            out.writeInt(hour.getValue().size());
            for (Map.Entry<String, HourSums> channel : hour.getValue().entrySet()) {
                out.writeUTF(channel.getKey());
                channel.getValue().write(out);
            }
        }
    }

    static GuardBand read(DataInput in) throws IOException {
        GuardBand band = new GuardBand();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            SortedMap<String, HourSums> channels = new TreeMap<>();
            band.hours.put(in.readLong(), channels);
            int inside = in.readInt();
            for (int j = 0; j < inside; j++) {
                channels.put(in.readUTF(), HourSums.read(in));
            }
        }
        return band;
    }
}
