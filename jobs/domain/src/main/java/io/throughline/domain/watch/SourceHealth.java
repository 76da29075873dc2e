package io.throughline.domain.watch;

import io.throughline.alert.DataFault;
import io.throughline.alert.DataFault.Kind;
import io.throughline.model.ChannelHealth;
import io.throughline.model.HealthState;
import io.throughline.wire.Codecs;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Channel instances that say of themselves that they fail or are silent. Each is a fault of its
 * channel from its last record on, or else from its word, until it is well again.
 */
final class SourceHealth {

    private static final Comparator<ChannelHealth> ORDER =
            Comparator.comparing(ChannelHealth::at).thenComparing(ChannelHealth::id);

    private final String journey;
    private final TreeSet<ChannelHealth> waiting = new TreeSet<>(ORDER);
    private final TreeMap<String, DataFault> faults = new TreeMap<>();

    SourceHealth(String journey) {
        this.journey = journey;
    }

    void tell(ChannelHealth health) {
        waiting.add(health);
    }

    Optional<Instant> due() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.first().at());
    }

    /** Words up to that time count. */
    void advance(Instant at, List<DataFault> told) {
        while (!waiting.isEmpty() && !waiting.first().at().isAfter(at)) {
            ChannelHealth health = waiting.pollFirst();
            boolean ill =
                    health.state() == HealthState.FAILING || health.state() == HealthState.SILENT;
            DataFault fault = faults.get(health.source());
            if (ill && fault == null) {
                begin(health, told);
            } else if (!ill && fault != null) {
                faults.remove(health.source());
                told.add(
                        new DataFault(
                                fault.kind(),
                                journey,
                                null,
                                fault.channel(),
                                fault.from(),
                                health.since().isAfter(fault.from()) ? health.since() : health.at(),
                                fault.detail()));
            }
        }
    }

    private void begin(ChannelHealth health, List<DataFault> told) {
        Instant from = health.lastRecord() == null ? health.since() : health.lastRecord();
        DataFault fault =
                new DataFault(
                        Kind.CHANNEL_STALLED,
                        journey,
                        null,
                        health.channel(),
                        from,
                        null,
                        health.source() + " is " + health.state().id());
        faults.put(health.source(), fault);
        told.add(fault);
    }

    void write(DataOutput out) throws IOException {
        Bytes.text(out, journey);
        Bytes.list(
                out,
                waiting,
                (to, health) -> {
                    byte[] bytes = Codecs.CHANNEL_HEALTH.encode(health);
                    to.writeInt(bytes.length);
                    to.write(bytes);
                });
        Bytes.list(
                out,
                faults.entrySet(),
                (to, entry) -> {
                    Bytes.text(to, entry.getKey());
                    Records.fault(to, entry.getValue());
                });
    }

    static SourceHealth read(DataInput in) throws IOException {
        SourceHealth read = new SourceHealth(Bytes.text(in));
        int words = in.readInt();
        for (int i = 0; i < words; i++) {
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            read.waiting.add(Codecs.CHANNEL_HEALTH.decode(bytes));
        }
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            read.faults.put(Bytes.text(in), Records.fault(in));
        }
        return read;
    }
}
