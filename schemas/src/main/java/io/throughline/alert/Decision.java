package io.throughline.alert;

import java.time.Duration;
import java.util.Objects;

/**
 * Why it fired.
 *
 * @param path test that decided: {@code cusum} or {@code limit}, the fast path for cliffs
 * @param statistic value of the test
 * @param threshold that it passed
 * @param budget one false alarm in this time and stage was allowed for
 */
public record Decision(String path, double statistic, double threshold, Duration budget) {

    public Decision {
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(budget, "budget");
    }
}
