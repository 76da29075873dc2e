package io.throughline.fetch;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What one fetch brought.
 *
 * @param items in the order in which they are to be emitted
 * @param pause how long to wait before the next fetch
 * @param finished whether there will never be more
 */
public record Batch(List<Fetched> items, Duration pause, boolean finished) {

    public Batch {
        items = List.copyOf(items);
        Objects.requireNonNull(pause, "pause");
    }

    /** Items, and at once more. */
    public static Batch of(List<Fetched> items) {
        return new Batch(items, Duration.ZERO, false);
    }

    /** Items, and more only after a pause. */
    public static Batch thenPause(List<Fetched> items, Duration pause) {
        return new Batch(items, pause, false);
    }

    /** The last items. */
    public static Batch last(List<Fetched> items) {
        return new Batch(items, Duration.ZERO, true);
    }
}
