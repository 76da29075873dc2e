package io.throughline.pipeline.detect;

import io.throughline.alert.DataFault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.BroadcastState;

/** Faults that a watch which begins later has to know. */
final class KnownFaults {

    /** How long one that is over is remembered: longer than any window is corrected. */
    private static final Duration KEPT = Duration.ofDays(30);

    private KnownFaults() {}

    /** The same for a fault when it is told again. */
    static String key(DataFault fault) {
        return String.join(
                "|",
                fault.kind().id(),
                fault.journey(),
                fault.stage() == null ? "" : fault.stage(),
                fault.channel() == null ? "" : fault.channel(),
                fault.from().toString());
    }

    static void forget(BroadcastState<String, byte[]> faults, Instant time) throws Exception {
        if (time.equals(Instant.MAX)) {
            return;
        }
        List<String> over = new ArrayList<>();
        for (var entry : faults.immutableEntries()) {
            Instant until = new Word(Word.Kind.FAULT, entry.getValue()).fault().until();
            if (until != null && until.plus(KEPT).isBefore(time)) {
                over.add(entry.getKey());
            }
        }
        for (String key : over) {
            faults.remove(key);
        }
    }
}
