package io.throughline.taggers.teacher;

import io.throughline.model.Hashes;
import io.throughline.taggers.encoder.Encoder;
import io.throughline.taggers.encoder.Pooled;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What an encoder said of texts, kept in a file so that a second training need not ask again.
 *
 * <p>A file holds records of one size: the sha256 of the text, then the pooled numbers. It is named
 * after the encoder and its network, so numbers of another network are never taken for these. A
 * record that was cut off when a program was killed is written over. One program at a time may use
 * a directory.
 */
final class EmbeddingCache implements Blocks.Runner, Closeable {

    private static final HexFormat HEX = HexFormat.of();
    private static final int KEY = 32;
    private static final int PARTS = 3;

    private final Path directory;
    private final Map<String, Table> tables = new HashMap<>();

    EmbeddingCache(Path directory) {
        this.directory = directory;
    }

    /** Below the user's home, unless {@code throughline.cache} names another directory. */
    static Path standardDirectory() {
        String set = System.getProperty("throughline.cache");
        return set != null
                ? Path.of(set, "embeddings")
                : Path.of(System.getProperty("user.home"), ".cache", "throughline", "embeddings");
    }

    @Override
    public Pooled pool(Encoder encoder, String readable) {
        try {
            return table(encoder).pool(encoder, readable);
        } catch (IOException e) {
            throw new UncheckedIOException("the cache of embeddings in " + directory, e);
        }
    }

    /** Whether the text need not be run. */
    boolean holds(Encoder encoder, String readable) {
        try {
            return table(encoder).offsets.containsKey(Hashes.sha256(readable));
        } catch (IOException e) {
            throw new UncheckedIOException("the cache of embeddings in " + directory, e);
        }
    }

    private Table table(Encoder encoder) throws IOException {
        String name = encoder.id() + "-" + encoder.sha256().substring(0, 12) + ".bin";
        Table table = tables.get(name);
        if (table == null) {
            Files.createDirectories(directory);
            table = new Table(directory.resolve(name), encoder.dimensions());
            tables.put(name, table);
        }
        return table;
    }

    @Override
    public void close() throws IOException {
        for (Table table : tables.values()) {
            table.channel.close();
        }
    }

    /** The records of one encoder. */
    private static final class Table {

        private final FileChannel channel;
        private final Map<String, Long> offsets = new HashMap<>();
        private final int dimensions;
        private final int record;
        private long end;

        Table(Path file, int dimensions) throws IOException {
            this.dimensions = dimensions;
            this.record = KEY + Integer.BYTES + PARTS * dimensions * Float.BYTES;
            this.channel =
                    FileChannel.open(
                            file,
                            StandardOpenOption.CREATE,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new IOException("another program is using " + file);
            }
            ByteBuffer key = ByteBuffer.allocate(KEY);
            for (; end + record <= channel.size(); end += record) {
                key.clear();
                read(key, end);
                offsets.put(HEX.formatHex(key.array()), end);
            }
        }

        Pooled pool(Encoder encoder, String readable) throws IOException {
            String key = Hashes.sha256(readable);
            Long offset = offsets.get(key);
            if (offset != null) {
                return recorded(offset);
            }
            Pooled pooled = encoder.pool(readable);
            ByteBuffer bytes = ByteBuffer.allocate(record);
            bytes.put(HEX.parseHex(key)).putInt(pooled.pieces());
            for (float[] part : new float[][] {pooled.mean(), pooled.first(), pooled.max()}) {
                for (float number : part) {
                    bytes.putFloat(number);
                }
            }
            bytes.flip();
            for (long at = end; bytes.hasRemaining(); ) {
                at += channel.write(bytes, at);
            }
            offsets.put(key, end);
            end += record;
            return pooled;
        }

        private Pooled recorded(long offset) throws IOException {
            ByteBuffer bytes = ByteBuffer.allocate(record - KEY);
            read(bytes, offset + KEY);
            int pieces = bytes.flip().getInt();
            return new Pooled(pieces, floats(bytes), floats(bytes), floats(bytes));
        }

        private float[] floats(ByteBuffer bytes) {
            float[] floats = new float[dimensions];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = bytes.getFloat();
            }
            return floats;
        }

        private void read(ByteBuffer into, long offset) throws IOException {
            long at = offset;
            while (into.hasRemaining()) {
                int count = channel.read(into, at);
                if (count < 0) {
                    throw new IOException("a record at " + offset + " is cut off");
                }
                at += count;
            }
        }
    }
}
