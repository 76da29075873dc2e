package io.throughline.local.alerts;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.alert.Handling;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Waits until a command took effect. There are two steps: the detectors have read it, and its event
 * time has come for them. The second may be minutes after the first, because they hold their clock
 * back for feedback that is late.
 */
public final class Waiting {

    private static final Duration PAUSE = Duration.ofMillis(500);

    /** How far a command has come. */
    public enum Outcome {
        /** It took effect. */
        IN_EFFECT,
        /** The detectors have it; they have not come to its event time. */
        HEARD,
        /** No detector has read it. */
        UNHEARD
    }

    private final Supplier<AlertBook> book;
    private final Supplier<Boolean> heard;

    /** Waits with the topics of a desk. */
    public Waiting(AlertDesk desk) {
        this(desk::book, desk::heard);
    }

    Waiting(Supplier<AlertBook> book, Supplier<Boolean> heard) {
        this.book = book;
        this.heard = heard;
    }

    /**
     * How far a command has come after at most that long.
     *
     * @throws InterruptedException when the wait is broken off
     */
    public Outcome await(AlertCommand command, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        Outcome outcome = look(command);
        while (outcome != Outcome.IN_EFFECT && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE.toMillis());
            outcome = look(command);
        }
        return outcome;
    }

    private Outcome look(AlertCommand command) {
        if (!heard.get()) {
            return Outcome.UNHEARD;
        }
        return switch (command.kind()) {
            case ACKNOWLEDGE, ACCEPT, CLAIM ->
                    seen(command, book.get()) ? Outcome.IN_EFFECT : Outcome.HEARD;
            case SILENCE, UNSILENCE, RULES, JOURNEY -> Outcome.IN_EFFECT;
        };
    }

    /** Whether an alert shows what a command said of it. */
    public static boolean seen(AlertCommand command, AlertBook book) {
        Optional<Alert> alert =
                book.alerts().stream().filter(one -> one.id().equals(command.alert())).findFirst();
        return alert.isPresent() && seen(command, alert.get().handling());
    }

    private static boolean seen(AlertCommand command, Handling handling) {
        return switch (command.kind()) {
            case ACCEPT -> handling.acceptedBy() != null;
            case CLAIM -> handling.fix() != null && !handling.fix().at().isBefore(command.from());
            default -> handling.acknowledgedBy() != null;
        };
    }
}
