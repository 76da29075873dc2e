package io.throughline.console;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which dead letters are meant.
 *
 * @param ids these alone; empty for all that fit the rest
 * @param source channel instance that they came through; empty for any
 * @param reason why they could not go on; empty for any
 */
public record ReplaySelection(List<String> ids, Optional<String> source, Optional<String> reason) {

    public ReplaySelection {
        ids = List.copyOf(ids);
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(reason, "reason");
    }
}
