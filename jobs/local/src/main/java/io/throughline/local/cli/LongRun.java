package io.throughline.local.cli;

import io.throughline.local.run.Progress;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Tells how far a command is that may take long: a bar on a terminal, a line now and then in a
 * pipe, and nothing when it is done before anyone could wonder. May be told from any thread, as
 * often as one likes.
 */
final class LongRun {

    private static final Duration BAR_EVERY = Duration.ofMillis(200);
    private static final Duration LINE_EVERY = Duration.ofSeconds(10);

    private final String what;
    private final PrintStream err;
    private final boolean terminal;
    private final Clock clock;
    private final Progress bar;
    private Instant told;

    LongRun(String what, PrintStream err, boolean terminal, Clock clock) {
        this.what = what;
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
        this.bar = new Progress(err, terminal, clock);
        this.told = clock.instant();
    }

    /** Tells on stderr. */
    static LongRun onStandardError(String what) {
        boolean terminal = "true".equals(System.getProperty("throughline.terminal"));
        return new LongRun(what, System.err, terminal, Clock.systemUTC());
    }

    /**
     * Tells on a terminal and nowhere else: for commands whose stderr is data, and only when their
     * stdout goes elsewhere.
     */
    static LongRun onTerminalAlone(String what) {
        boolean bar =
                "true".equals(System.getProperty("throughline.terminal"))
                        && System.console() == null;
        PrintStream to = bar ? System.err : new PrintStream(OutputStream.nullOutputStream());
        return new LongRun(what, to, bar, Clock.systemUTC());
    }

    /**
     * How far it is.
     *
     * @param step what is going on, e.g. the engine that is at work; may be empty
     * @param done at most {@code total}
     */
    synchronized void at(String step, long done, long total) {
        Instant now = clock.instant();
        if (Duration.between(told, now).compareTo(terminal ? BAR_EVERY : LINE_EVERY) < 0) {
            return;
        }
        told = now;
        String text = step.isEmpty() ? what : what + ": " + step;
        if (terminal) {
            bar.bar(text, done, total);
        } else {
            err.printf(
                    Locale.ROOT,
                    "%s, %,d of %,d (%d %%)%n",
                    text,
                    done,
                    total,
                    100 * done / Math.max(1, total));
        }
    }

    /** Wipes the bar. */
    synchronized void end() {
        bar.clear();
    }
}
