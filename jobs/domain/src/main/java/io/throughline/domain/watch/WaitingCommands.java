package io.throughline.domain.watch;

import io.throughline.alert.AlertCommand;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Commands until they count. A command counts from its event time on; one that comes for the past
 * counts from now on, because what was decided stands. The same command again changes nothing.
 */
final class WaitingCommands {

    private static final int MOST_KNOWN = 10_000;

    private final TreeSet<Waiting> waiting = new TreeSet<>(Waiting.ORDER);
    private final LinkedHashSet<String> known = new LinkedHashSet<>();

    private record Waiting(Instant from, AlertCommand command) {

        static final Comparator<Waiting> ORDER =
                Comparator.comparing(Waiting::from)
                        .thenComparing(waiting -> waiting.command().from())
                        .thenComparing(waiting -> waiting.command().id());
    }

    /**
     * @param now event time up to which everything is decided
     */
    void add(AlertCommand command, Instant now) {
        if (known.add(command.id())) {
            Instant from = command.from().isBefore(now) ? now : command.from();
            waiting.add(new Waiting(from, command));
        }
        if (known.size() > MOST_KNOWN) {
            known.remove(known.iterator().next());
        }
    }

    Optional<Instant> next() {
        return waiting.isEmpty() ? Optional.empty() : Optional.of(waiting.first().from());
    }

    /** Those that count from then on or before, in order; they wait no more. */
    List<AlertCommand> upTo(Instant at) {
        List<AlertCommand> due = new ArrayList<>();
        while (!waiting.isEmpty() && !waiting.first().from().isAfter(at)) {
            due.add(waiting.pollFirst().command());
        }
        return due;
    }

    void write(DataOutput out) throws IOException {
        Bytes.list(
                out,
                waiting,
                (to, one) -> {
                    Bytes.instant(to, one.from());
                    Records.command(to, one.command());
                });
        Bytes.list(out, known, Bytes::text);
    }

    static WaitingCommands read(DataInput in) throws IOException {
        WaitingCommands read = new WaitingCommands();
        read.waiting.addAll(
                Bytes.list(in, from -> new Waiting(Bytes.instant(from), Records.command(from))));
        read.known.addAll(Bytes.list(in, Bytes::text));
        return read;
    }
}
