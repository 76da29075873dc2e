package io.throughline.channels.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The part of a stream that is being looked at: bytes can be seen without being consumed. Grows to
 * what is asked for, so whoever asks keeps a limit.
 */
final class ByteWindow {

    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private byte[] buffer = new byte[CHUNK];
    private int start;
    private int end;
    private long position;
    private boolean ended;

    ByteWindow(InputStream in) {
        this.in = in;
    }

    /** Offset in the stream of the first byte that is not consumed. */
    long position() {
        return position;
    }

    /** Bytes that can be seen now. */
    int size() {
        return end - start;
    }

    /** The byte at an index below {@link #size}. */
    byte at(int index) {
        return buffer[start + index];
    }

    /** Makes an index visible; false when the stream ends before it. */
    boolean has(int index) throws IOException {
        while (size() <= index && !ended) {
            read();
        }
        return size() > index;
    }

    /** Copies visible bytes from the first on. */
    byte[] copy(int length) {
        return Arrays.copyOfRange(buffer, start, start + length);
    }

    /** Consumes visible bytes. */
    void skip(int length) {
        start += length;
        position += length;
    }

    /** Consumes up to an offset in the stream, or to its end. */
    void skipTo(long offset) throws IOException {
        while (position < offset && has(0)) {
            skip((int) Math.min(size(), offset - position));
        }
    }

    private void read() throws IOException {
        if (end == buffer.length) {
            if (start >= buffer.length / 2) {
                System.arraycopy(buffer, start, buffer, 0, size());
            } else {
                byte[] larger = new byte[buffer.length * 2];
                System.arraycopy(buffer, start, larger, 0, size());
                buffer = larger;
            }
            end -= start;
            start = 0;
        }
        int count = in.read(buffer, end, buffer.length - end);
        if (count < 0) {
            ended = true;
        } else {
            end += count;
        }
    }
}
