package io.throughline.domain.detect;

import io.throughline.alert.AlertRules;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;

/** Rules as they lie in a state; durations in milliseconds. */
final class RulesState {

    private RulesState() {}

    static void write(AlertRules rules, DataOutput out) throws IOException {
        write(rules.budget(), out);
        out.writeDouble(rules.delta());
        write(rules.halfLife(), out);
        out.writeDouble(rules.oddsRatio());
        write(rules.window(), out);
        write(rules.outOfOrderness(), out);
        write(rules.warmUp(), out);
        out.writeInt(rules.leastFeedback());
        out.writeInt(rules.leastAuthors());
        write(rules.noDataAfter(), out);
        write(rules.escalateAfter(), out);
    }

    static AlertRules read(DataInput in) throws IOException {
        return new AlertRules(
                duration(in),
                in.readDouble(),
                duration(in),
                in.readDouble(),
                duration(in),
                duration(in),
                duration(in),
                in.readInt(),
                in.readInt(),
                duration(in),
                duration(in));
    }

    private static void write(Duration duration, DataOutput out) throws IOException {
        out.writeLong(duration.toMillis());
    }

    private static Duration duration(DataInput in) throws IOException {
        return Duration.ofMillis(in.readLong());
    }
}
