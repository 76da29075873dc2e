package io.throughline.domain.watch;

import io.throughline.domain.rollup.Traits;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which sentiment models and map versions judged the feedback of each hour, for fifteen days. */
final class Origins {

    private static final long KEPT_MINUTES = 15 * 24 * 60;
    private static final long HOUR = 60;

    private final TreeMap<Long, TreeMap<String, Integer>> models = new TreeMap<>();
    private int newestVersion;
    private long lastHour = Long.MIN_VALUE;
    private TreeMap<String, Integer> last;

    void apply(long minute, Traits traits, int sign) {
        newestVersion = Math.max(newestVersion, traits.journeyVersion());
        if (traits.model() == null) {
            return;
        }
        long hour = Math.floorDiv(minute, HOUR);
        if (hour != lastHour || last == null) {
            last = models.computeIfAbsent(hour, key -> new TreeMap<>());
            lastHour = hour;
        }
        last.merge(traits.model(), sign, Origins::plus);
    }

    private static Integer plus(Integer one, Integer other) {
        return one + other == 0 ? null : one + other;
    }

    /** Models that judged what came in these minutes, sorted. */
    List<String> between(long from, long until) {
        TreeSet<String> names = new TreeSet<>();
        models.subMap(Math.floorDiv(from, HOUR), Math.floorDiv(until + HOUR - 1, HOUR))
                .values()
                .forEach(
                        hour ->
                                hour.forEach(
                                        (model, count) -> {
                                            if (count > 0) {
                                                names.add(model);
                                            }
                                        }));
        return List.copyOf(names);
    }

    /** Greatest version of the map that sorted anything. */
    int newestVersion() {
        return newestVersion;
    }

    void forget(long minute) {
        models.headMap(Math.floorDiv(minute - KEPT_MINUTES, HOUR)).clear();
        last = null;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(newestVersion);
        Bytes.list(
                out,
                models.entrySet(),
                (to, hour) -> {
                    to.writeLong(hour.getKey());
                    Bytes.list(
                            to,
                            hour.getValue().entrySet(),
                            (into, model) -> {
                                Bytes.text(into, model.getKey());
                                into.writeInt(model.getValue());
                            });
                });
    }

    static Origins read(DataInput in) throws IOException {
        Origins read = new Origins();
        read.newestVersion = in.readInt();
        int hours = in.readInt();
        for (int i = 0; i < hours; i++) {
            TreeMap<String, Integer> counts = new TreeMap<>();
            read.models.put(in.readLong(), counts);
            int size = in.readInt();
            for (int j = 0; j < size; j++) {
                counts.put(Bytes.text(in), in.readInt());
            }
        }
        return read;
    }
}
