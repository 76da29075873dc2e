package io.throughline.polling;

import io.throughline.health.ArrivalHistory;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Bytes of a split in checkpoints. Version 1: id, number of cursor entries, then key and value of
 * each in the order of the keys; a text is its length (four bytes) and its UTF-8 bytes. Version 2
 * adds the history: number of arrivals, and when there are any, the last one in epoch milliseconds
 * and the longest gap in milliseconds (eight bytes each).
 */
final class ChannelSplitSerializer implements SimpleVersionedSerializer<ChannelSplit> {

    static final int VERSION = 2;
    private static final int WITHOUT_HISTORY = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(ChannelSplit split) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        Texts.write(split.id(), out);
        out.writeInt(split.cursor().size());
        for (Map.Entry<String, String> entry : new TreeMap<>(split.cursor()).entrySet()) {
            Texts.write(entry.getKey(), out);
            Texts.write(entry.getValue(), out);
        }
        write(split.history(), out);
        return bytes.toByteArray();
    }

    private static void write(ArrivalHistory history, DataOutputStream out) throws IOException {
        out.writeLong(history.arrivals());
        if (history.arrivals() > 0) {
            out.writeLong(history.last().toEpochMilli());
            out.writeLong(history.longestGap().toMillis());
        }
    }

    @Override
    public ChannelSplit deserialize(int version, byte[] serialized) throws IOException {
        if (version < WITHOUT_HISTORY || version > VERSION) {
            throw new IOException(
                    "a channel cursor of version "
                            + version
                            + " was written by a newer release; this one reads up to "
                            + VERSION);
        }
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(serialized));
        String id = Texts.read(in);
        Map<String, String> cursor = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            cursor.put(Texts.read(in), Texts.read(in));
        }
        return new ChannelSplit(
                id, cursor, version == WITHOUT_HISTORY ? ArrivalHistory.NONE : history(in));
    }

    private static ArrivalHistory history(DataInputStream in) throws IOException {
        long arrivals = in.readLong();
        return arrivals == 0
                ? ArrivalHistory.NONE
                : new ArrivalHistory(
                        Instant.ofEpochMilli(in.readLong()),
                        arrivals,
                        Duration.ofMillis(in.readLong()));
    }
}
