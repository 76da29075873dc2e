package io.throughline.local.run;

import io.throughline.local.revise.RetagProgress;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Tells a person what goes on, on stderr. On a terminal the current step is one line that is
 * written over; in a pipe each step is a line of its own, and a long step gives a line now and
 * then.
 */
public final class Progress implements RetagProgress {

    private static final Duration QUIET = Duration.ofSeconds(10);
    private static final int BAR_WIDTH = 24;

    private final PrintStream out;
    private final boolean terminal;
    private final Clock clock;
    private Consumer<String> listener = step -> {};
    private String last = "";
    private Instant printed = Instant.EPOCH;

    /**
     * @param terminal whether lines may be written over
     */
    public Progress(PrintStream out, boolean terminal, Clock clock) {
        this.out = out;
        this.terminal = terminal;
        this.clock = clock;
    }

    /** Progress on stderr, with lines written over when it is a terminal. */
    public static Progress onStandardError() {
        boolean terminal = "true".equals(System.getProperty("throughline.terminal"));
        return new Progress(System.err, terminal, Clock.systemUTC());
    }

    /** Tells the listener every status too. */
    public synchronized void listen(Consumer<String> to) {
        listener = to;
    }

    /** A step that is done, or news that stays on the screen. */
    public synchronized void line(String text) {
        clear();
        out.println(text);
        out.flush();
        printed = clock.instant();
    }

    /** What is going on now; replaced by the next one. */
    @Override
    public synchronized void status(String text) {
        listener.accept(text);
        if (terminal) {
            clear();
            last = text;
            out.print(text);
            out.flush();
        } else if (Duration.between(printed, clock.instant()).compareTo(QUIET) >= 0) {
            out.println(text);
            out.flush();
            printed = clock.instant();
        }
    }

    /**
     * How far something is.
     *
     * @param done at most {@code total}
     * @param total above zero
     */
    @Override
    public void bar(String text, long done, long total) {
        long safeTotal = Math.max(1, total);
        long safeDone = Math.min(Math.max(0, done), safeTotal);
        int filled = (int) (BAR_WIDTH * safeDone / safeTotal);
        status(
                String.format(
                        "%s [%s%s] %3d %%  %,d of %,d",
                        text,
                        "#".repeat(filled),
                        ".".repeat(BAR_WIDTH - filled),
                        100 * safeDone / safeTotal,
                        done,
                        total));
    }

    /** Wipes what {@link #status} left on a terminal. */
    @Override
    public synchronized void clear() {
        if (terminal && !last.isEmpty()) {
            out.print("\r" + " ".repeat(last.length()) + "\r");
            last = "";
        }
    }
}
