package io.throughline.domain.detect;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What a channel of a stage has said so far, by hour of the week (UTC), older feedback less. */
final class ChannelBaseline {

    static final int SLOTS = 168;

    final double[] negative = new double[SLOTS];
    final double[] total = new double[SLOTS];

    /** Sum of the squared weights of forgetting. */
    double squares;

    double allNegative;
    double all;

    void add(int slot, double negativeWeight, double weight) {
        negative[slot] += negativeWeight;
        total[slot] += weight;
        allNegative += negativeWeight;
        all += weight;
        squares += weight;
    }

    void forget(double factor) {
        for (int slot = 0; slot < SLOTS; slot++) {
            negative[slot] *= factor;
            total[slot] *= factor;
        }
        allNegative *= factor;
        all *= factor;
        squares *= factor * factor;
    }

    /** Observations that would tell as much if none were forgotten. */
    double effective() {
        return squares == 0 ? 0 : all * all / squares;
    }

    void write(DataOutput out) throws IOException {
        for (int slot = 0; slot < SLOTS; slot++) {
            out.writeDouble(negative[slot]);
            out.writeDouble(total[slot]);
        }
        out.writeDouble(squares);
        out.writeDouble(allNegative);
        out.writeDouble(all);
    }

    static ChannelBaseline read(DataInput in) throws IOException {
        ChannelBaseline channel = new ChannelBaseline();
        for (int slot = 0; slot < SLOTS; slot++) {
            channel.negative[slot] = in.readDouble();
            channel.total[slot] = in.readDouble();
        }
        channel.squares = in.readDouble();
        channel.allNegative = in.readDouble();
        channel.all = in.readDouble();
        return channel;
    }
}
