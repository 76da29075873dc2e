package io.throughline.domain.detect;

import io.throughline.alert.Direction;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A window as it was judged. What was expected of it stays with it, so that a correction changes
 * what was said and nothing else.
 *
 * @param start begin, in seconds since the epoch
 * @param channels one entry a channel in all arrays, sorted
 * @param expected expected negative share; NaN of a channel that is not judged yet
 * @param authors hashes of the authors, sorted, each once
 * @param dispersion by which scores are divided
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, only summed
record ScoredWindow(
        long start,
        String[] channels,
        long[] count,
        long[] weightMicros,
        long[] negativeMicros,
        double[] expected,
        long[] authors,
        long anonymous,
        double dispersion) {

    private static final double MICROS = 1e6;

    int cells() {
        return channels.length;
    }

    boolean judged(int cell) {
        return !Double.isNaN(expected[cell]) && count[cell] > 0;
    }

    boolean judged() {
        for (int cell = 0; cell < cells(); cell++) {
            if (judged(cell)) {
                return true;
            }
        }
        return false;
    }

    double weight(int cell) {
        return weightMicros[cell] / MICROS;
    }

    /** Weight of what the direction looks for: what is negative, or what is not. */
    double hits(int cell, Direction direction) {
        return (direction == Direction.DROP
                        ? negativeMicros[cell]
                        : weightMicros[cell] - negativeMicros[cell])
                / MICROS;
    }

    /** Expected share of what the direction looks for. */
    double expected(int cell, Direction direction) {
        return direction == Direction.DROP ? expected[cell] : 1 - expected[cell];
    }

    /** Score for odds {@code ratio} times those expected, by the dispersion. */
    double score(Direction direction, double ratio) {
        double sum = 0;
        for (int cell = 0; cell < cells(); cell++) {
            if (judged(cell)) {
                double p = expected(cell, direction);
                sum += Score.of(hits(cell, direction), weight(cell), p, ratio);
            }
        }
        return sum / dispersion;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(start);
        out.writeInt(cells());
        for (int cell = 0; cell < cells(); cell++) {
            out.writeUTF(channels[cell]);
            out.writeLong(count[cell]);
            out.writeLong(weightMicros[cell]);
            out.writeLong(negativeMicros[cell]);
            out.writeDouble(expected[cell]);
        }
        out.writeInt(authors.length);
        for (long author : authors) {
            out.writeLong(author);
        }
        out.writeLong(anonymous);
        out.writeDouble(dispersion);
    }

    static ScoredWindow read(DataInput in) throws IOException {
        long start = in.readLong();
        int cells = in.readInt();
        String[] channels = new String[cells];
        long[] count = new long[cells];
        long[] weight = new long[cells];
        long[] negative = new long[cells];
        double[] expected = new double[cells];
        for (int cell = 0; cell < cells; cell++) {
            channels[cell] = in.readUTF();
            count[cell] = in.readLong();
            weight[cell] = in.readLong();
            negative[cell] = in.readLong();
            expected[cell] = in.readDouble();
        }
        long[] authors = new long[in.readInt()];
        for (int i = 0; i < authors.length; i++) {
            authors[i] = in.readLong();
        }
        return new ScoredWindow(
                start,
                channels,
                count,
                weight,
                negative,
                expected,
                authors,
                in.readLong(),
                in.readDouble());
    }
}
