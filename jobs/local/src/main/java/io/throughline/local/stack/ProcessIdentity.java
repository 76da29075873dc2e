package io.throughline.local.stack;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One process, told apart from a later one that got the same number.
 *
 * @param pid process number
 * @param startedMillis its start, epoch milliseconds, 0 where the system does not tell
 */
record ProcessIdentity(long pid, long startedMillis) {

    private static final Pattern LINE = Pattern.compile("(\\d{1,18}) (\\d{1,18})");

    static ProcessIdentity of(ProcessHandle handle) {
        return new ProcessIdentity(
                handle.pid(), handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    static ProcessIdentity current() {
        return of(ProcessHandle.current());
    }

    /** Reads {@link #toString()}; empty when the line is something else, as after a crash. */
    static Optional<ProcessIdentity> parse(String line) {
        Matcher fields = LINE.matcher(line);
        return fields.matches()
                ? Optional.of(
                        new ProcessIdentity(
                                Long.parseLong(fields.group(1)), Long.parseLong(fields.group(2))))
                : Optional.empty();
    }

    /** The living process, or empty when it has ended. */
    Optional<ProcessHandle> living() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> of(handle).equals(this));
    }

    @Override
    public String toString() {
        return pid + " " + startedMillis;
    }
}
