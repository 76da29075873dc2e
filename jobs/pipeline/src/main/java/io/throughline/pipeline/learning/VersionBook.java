package io.throughline.pipeline.learning;

import io.throughline.model.ModelVersion;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The versions of one engine, and which of them tags a feedback: the highest that was in effect
 * when the log took the feedback in. Keeps the bytes of the latest models only; a replay that needs
 * older ones reads them again.
 */
final class VersionBook {

    /** Models at hand, at up to some megabytes each. */
    static final int MODELS_KEPT = 8;

    private final String engine;
    private final TreeMap<Integer, ModelVersion> versions = new TreeMap<>();

    VersionBook(String engine) {
        this.engine = engine;
    }

    /**
     * Takes a version in; of two records of a number the one that {@linkplain ModelVersion#replaces
     * holds} stays, in whatever order they come.
     */
    void add(ModelVersion version) {
        ModelVersion known = versions.get(version.number());
        if (!version.engine().equals(engine) || known != null && !version.replaces(known)) {
            return;
        }
        if (known == null || !sameWithoutModel(known, version) || known.model().length == 0) {
            versions.put(version.number(), version);
        }
        versions.descendingMap().values().stream()
                .skip(MODELS_KEPT)
                .filter(old -> old.model().length > 0)
                .findFirst()
                .ifPresent(old -> versions.put(old.number(), old.withoutModel()));
    }

    private static boolean sameWithoutModel(ModelVersion one, ModelVersion other) {
        return one.withoutModel().equals(other.withoutModel());
    }

    /** Whether a version is here already, or another holds against it. */
    boolean has(ModelVersion version) {
        ModelVersion known = versions.get(version.number());
        return known != null && (sameWithoutModel(known, version) || !version.replaces(known));
    }

    /**
     * The version for a feedback; empty for the one that comes with the program.
     *
     * @param appendedAt when the log took the feedback in
     * @param below the version has a lower number than this
     */
    Optional<ModelVersion> at(Instant appendedAt, int below) {
        return versions.headMap(below, false).descendingMap().values().stream()
                .filter(version -> !version.effectiveFrom().isAfter(appendedAt))
                .findFirst();
    }

    /** The version of a number. */
    Optional<ModelVersion> version(int number) {
        return Optional.ofNullable(versions.get(number));
    }

    /** The teacher that the newest version with a name for it learnt from. */
    Optional<String> taughtBy() {
        return versions.descendingMap().values().stream()
                .filter(version -> version.figures() != null)
                .map(version -> version.figures().teacher())
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** The highest version. */
    Optional<ModelVersion> newest() {
        return Optional.ofNullable(versions.lastEntry()).map(java.util.Map.Entry::getValue);
    }
}
