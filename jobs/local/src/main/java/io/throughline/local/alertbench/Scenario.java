package io.throughline.local.alertbench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What is tried on streams. */
public final class Scenario {

    private static final Duration DAY = Duration.ofDays(1);

    private Scenario() {}

    /** A rise of the odds of being negative, at once or over a time. */
    public record Change(double oddsRatio, Duration ramp) {

        /** E.g. {@code step-1.5}. */
        String id() {
            return (ramp.isZero() ? "step-" : "ramp-")
                    + String.format(Locale.ROOT, "%.1f", oddsRatio).replace(".0", "");
        }
    }

    /** Every change there is. */
    static List<Change> all() {
        return List.of(
                new Change(1.5, Duration.ZERO),
                new Change(2, Duration.ZERO),
                new Change(3, Duration.ZERO),
                new Change(1.5, DAY),
                new Change(2, DAY),
                new Change(3, DAY));
    }

    /** The change that everything is compared on: 25 % negative become 40 %. */
    static List<Change> usual() {
        return List.of(new Change(2, Duration.ZERO));
    }
}
