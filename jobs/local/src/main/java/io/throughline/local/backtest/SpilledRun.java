package io.throughline.local.backtest;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Sorted items in a temporary file. */
record SpilledRun(Path file, int count) {

    static SpilledRun write(List<SortedEntry> sorted) throws IOException {
        Path file = Files.createTempFile("throughline-history", ".sorted");
        file.toFile().deleteOnExit();
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (SortedEntry entry : sorted) {
                out.writeLong(entry.second());
                out.writeLong(entry.tie());
                out.writeLong(entry.line());
                out.writeInt(entry.bytes().length);
                out.write(entry.bytes());
            }
        }
        return new SpilledRun(file, sorted.size());
    }

    Reader open() throws IOException {
        return new Reader(
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file))), count);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    /** Goes through the items once. */
    static final class Reader implements Iterator<SortedEntry>, AutoCloseable {

        private final DataInputStream in;
        private int left;

        private Reader(DataInputStream in, int count) {
            this.in = in;
            this.left = count;
        }

        @Override
        public boolean hasNext() {
            return left > 0;
        }

        @Override
        public SortedEntry next() {
            if (left-- <= 0) {
                throw new NoSuchElementException();
            }
            try {
                return new SortedEntry(
                        in.readLong(), in.readLong(), in.readLong(), in.readNBytes(in.readInt()));
            } catch (IOException e) {
                throw new UncheckedIOException("a sorted part cannot be read back", e);
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
