package io.throughline.local.stack;

import java.util.function.Supplier;

/**
 * Starts anew with other ports when another program took one between its choice and the server's
 * bind. A port that somebody named is asked for again, and then said to be in use.
 */
final class PortRace {

    private static final int ATTEMPTS = 3;

    private PortRace() {}

    static <T> T run(StackProgress progress, Supplier<T> start) {
        for (int attempt = 1; ; attempt++) {
            try {
                return start.get();
            } catch (PortTakenException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                progress.report("Another program was faster to take a port; trying others");
            }
        }
    }
}
