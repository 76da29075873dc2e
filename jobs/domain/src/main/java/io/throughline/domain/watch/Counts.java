package io.throughline.domain.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** Counts by name as bytes. */
final class Counts {

    private Counts() {}

    static void write(DataOutput out, Map<String, Integer> counts) throws IOException {
        Bytes.list(
                out,
                counts.entrySet(),
                (to, entry) -> {
                    Bytes.text(to, entry.getKey());
                    to.writeInt(entry.getValue());
                });
    }

    static TreeMap<String, Integer> read(DataInput in) throws IOException {
        TreeMap<String, Integer> counts = new TreeMap<>();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            counts.put(Bytes.text(in), in.readInt());
        }
        return counts;
    }

    static void writeDoubles(DataOutput out, Map<String, Double> counts) throws IOException {
        Bytes.list(
                out,
                counts.entrySet(),
                (to, entry) -> {
                    Bytes.text(to, entry.getKey());
                    to.writeDouble(entry.getValue());
                });
    }

    static TreeMap<String, Double> readDoubles(DataInput in) throws IOException {
        TreeMap<String, Double> counts = new TreeMap<>();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            counts.put(Bytes.text(in), in.readDouble());
        }
        return counts;
    }
}
