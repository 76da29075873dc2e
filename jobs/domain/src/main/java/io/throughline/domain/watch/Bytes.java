package io.throughline.domain.watch;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Values of state as bytes. Texts carry their own length in four bytes, because {@link
 * DataOutput#writeUTF} ends at 64 kB and a journey map can be longer.
 */
final class Bytes {

    private static final int MOST_BYTES = 64 << 20;

    private Bytes() {}

    /** Writes one value. */
    @FunctionalInterface
    interface Writer<T> {
        void write(DataOutput out, T value) throws IOException;
    }

    /** Reads one value. */
    @FunctionalInterface
    interface Reader<T> {
        T read(DataInput in) throws IOException;
    }

    static void text(DataOutput out, String text) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInput in) throws IOException {
        int length = in.readInt();
        if (length == -1) {
            return null;
        }
        if (length < 0 || length > MOST_BYTES) {
            throw new StateFormatException("a text of " + length + " bytes");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static void instant(DataOutput out, Instant instant) throws IOException {
        out.writeBoolean(instant != null);
        if (instant != null) {
            out.writeLong(instant.getEpochSecond());
            out.writeInt(instant.getNano());
        }
    }

    static Instant instant(DataInput in) throws IOException {
        return in.readBoolean() ? Instant.ofEpochSecond(in.readLong(), in.readInt()) : null;
    }

    static void duration(DataOutput out, Duration duration) throws IOException {
        out.writeLong(duration.getSeconds());
        out.writeInt(duration.getNano());
    }

    static Duration duration(DataInput in) throws IOException {
        return Duration.ofSeconds(in.readLong(), in.readInt());
    }

    static <T> void list(DataOutput out, Collection<T> values, Writer<T> writer)
            throws IOException {
        out.writeInt(values.size());
        for (T value : values) {
            writer.write(out, value);
        }
    }

    static <T> List<T> list(DataInput in, Reader<T> reader) throws IOException {
        int size = in.readInt();
        if (size < 0) {
            throw new StateFormatException("a list of " + size);
        }
        List<T> values = new ArrayList<>(Math.min(size, 1 << 16));
        for (int i = 0; i < size; i++) {
            values.add(reader.read(in));
        }
        return values;
    }

    static <T> void optional(DataOutput out, T value, Writer<T> writer) throws IOException {
        out.writeBoolean(value != null);
        if (value != null) {
            writer.write(out, value);
        }
    }

    static <T> T optional(DataInput in, Reader<T> reader) throws IOException {
        return in.readBoolean() ? reader.read(in) : null;
    }

    /**
     * Reads the version that state begins with.
     *
     * @throws StateFormatException when it is another
     */
    static void version(DataInput in, int known, String what) throws IOException {
        int version = in.readInt();
        if (version != known) {
            throw new StateFormatException(
                    what + " of version " + version + "; this release reads " + known);
        }
    }
}
