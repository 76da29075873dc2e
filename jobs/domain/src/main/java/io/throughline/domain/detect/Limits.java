package io.throughline.domain.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Thresholds of one direction.
 *
 * @param threshold of S
 * @param limit of the fast path, in standard errors
 */
record Limits(double threshold, double limit) {

    void write(DataOutput out) throws IOException {
        out.writeDouble(threshold);
        out.writeDouble(limit);
    }

    static Limits read(DataInput in) throws IOException {
        return new Limits(in.readDouble(), in.readDouble());
    }
}
