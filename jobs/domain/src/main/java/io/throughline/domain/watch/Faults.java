package io.throughline.domain.watch;

import io.throughline.alert.DataFault;
import io.throughline.alert.DataFault.Kind;
import io.throughline.alert.Direction;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Faults in the data that concern one stage, as they were last told. */
final class Faults {

    private static final Duration KEPT = Duration.ofDays(16);
    private static final Set<Kind> OF_SURGE = EnumSet.of(Kind.MAP_CHANGE);
    private static final Set<Kind> OF_COLLAPSE =
            EnumSet.of(
                    Kind.CHANNEL_STALLED, Kind.UNASSIGNED_JUMP, Kind.DEAD_LETTERS, Kind.MAP_CHANGE);

    private final TreeMap<String, DataFault> faults = new TreeMap<>();

    void tell(DataFault fault) {
        faults.put(
                String.join(
                        "|",
                        fault.kind().id(),
                        String.valueOf(fault.stage()),
                        String.valueOf(fault.channel()),
                        fault.from().toString()),
                fault);
    }

    /** Forgets what ended so long ago that no alert can rest on it. */
    void advance(Instant at) {
        faults.values()
                .removeIf(fault -> fault.until() != null && fault.until().plus(KEPT).isBefore(at));
    }

    /** Those that may pass for a change in the direction, and lie in the time, by their begin. */
    List<DataFault> between(Direction direction, Instant from, Instant until) {
        return faults.values().stream()
                .filter(fault -> concerns(fault.kind(), direction))
                .filter(fault -> fault.from().isBefore(until))
                .filter(fault -> fault.until() == null || fault.until().isAfter(from))
                .sorted(Comparator.comparing(DataFault::from).thenComparing(DataFault::kind))
                .toList();
    }

    /** When the next one ends that has begun. */
    Optional<Instant> nextEnd(Instant after) {
        Instant next = null;
        for (DataFault fault : faults.values()) {
            Instant until = fault.until();
            if (until != null && until.isAfter(after) && (next == null || until.isBefore(next))) {
                next = until;
            }
        }
        return Optional.ofNullable(next);
    }

    private static boolean concerns(Kind kind, Direction direction) {
        return switch (direction) {
            case DROP, RISE -> true;
            case VOLUME_SURGE -> OF_SURGE.contains(kind);
            case VOLUME_COLLAPSE -> OF_COLLAPSE.contains(kind);
        };
    }

    void write(DataOutput out) throws IOException {
        Bytes.list(out, faults.values(), Records::fault);
    }

    static Faults read(DataInput in) throws IOException {
        Faults read = new Faults();
        Bytes.list(in, Records::fault).forEach(read::tell);
        return read;
    }
}
