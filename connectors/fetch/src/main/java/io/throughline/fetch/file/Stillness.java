package io.throughline.fetch.file;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Tells for how long files have not changed, from looking at them again and again. Modification
 * times alone do not tell: a copy can carry the time of its original while it is still growing.
 */
final class Stillness {

    private record Sight(FileState state, Instant since) {}

    private final Map<Path, Sight> sights = new HashMap<>();
    private final Clock clock;

    Stillness(Clock clock) {
        this.clock = clock;
    }

    /** How long the file has been seen in this state; zero at first sight. */
    Duration of(Path path, FileState state) {
        Instant now = clock.instant();
        Sight sight = sights.get(path);
        if (sight == null || !sight.state().equals(state)) {
            sight = new Sight(state, now);
            sights.put(path, sight);
        }
        return Duration.between(sight.since(), now);
    }

    /** Forgets all files but these. */
    void keepOnly(Set<Path> paths) {
        sights.keySet().retainAll(paths);
    }
}
