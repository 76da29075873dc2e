package io.throughline.domain.watch;

import io.throughline.alert.AlertCommand;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Silences in force, by their name: each holds alerts back whose labels are all as it says. */
final class Silences {

    private final TreeMap<String, AlertCommand> inForce = new TreeMap<>();

    void add(AlertCommand silence) {
        inForce.put(silence.id(), silence);
    }

    void end(String id) {
        inForce.remove(id);
    }

    /** Forgets what has ended. */
    void advance(Instant at) {
        inForce.values()
                .removeIf(silence -> silence.until() != null && !silence.until().isAfter(at));
    }

    /** When the next one ends. */
    Optional<Instant> next() {
        Instant next = null;
        for (AlertCommand silence : inForce.values()) {
            Instant until = silence.until();
            next = until != null && (next == null || until.isBefore(next)) ? until : next;
        }
        return Optional.ofNullable(next);
    }

    /** Name of a silence that matches; the first by name. */
    Optional<String> matching(Map<String, String> labels) {
        return inForce.values().stream()
                .filter(
                        silence ->
                                silence.matchers().entrySet().stream()
                                        .allMatch(
                                                matcher ->
                                                        matcher.getValue()
                                                                .equals(
                                                                        labels.get(
                                                                                matcher.getKey()))))
                .map(AlertCommand::id)
                .findFirst();
    }

    void write(DataOutput out) throws IOException {
        Bytes.list(out, inForce.values(), Records::command);
    }

    static Silences read(DataInput in) throws IOException {
        Silences read = new Silences();
        Bytes.list(in, Records::command).forEach(read::add);
        return read;
    }
}
