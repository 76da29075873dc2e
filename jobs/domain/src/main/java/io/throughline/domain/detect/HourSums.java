package io.throughline.domain.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What a channel said in an hour, in whole numbers; mutable. */
final class HourSums {

    private static final double MICROS = 1e6;

    long count;
    long weightMicros;
    long negativeMicros;

    void add(long furtherCount, long furtherWeight, long furtherNegative) {
        count += furtherCount;
        weightMicros += furtherWeight;
        negativeMicros += furtherNegative;
    }

    double weight() {
        return weightMicros / MICROS;
    }

    double negative() {
        return negativeMicros / MICROS;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(count);
        out.writeLong(weightMicros);
        out.writeLong(negativeMicros);
    }

    static HourSums read(DataInput in) throws IOException {
        HourSums sums = new HourSums();
        sums.add(in.readLong(), in.readLong(), in.readLong());
        return sums;
    }
}
