package io.throughline.local.revise;

import io.throughline.model.ModelVersion;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The versions of a model in their order, and which is in effect.
 *
 * @param versions by number, without version 0, which comes with the program
 */
public record ModelHistory(List<ModelVersion> versions) {

    public ModelHistory {
        versions = versions.stream().sorted(Comparator.comparingInt(ModelVersion::number)).toList();
    }

    /** The history in what a log holds; of two records of a number the later holds. */
    public static ModelHistory of(Collection<ModelVersion> log) {
        TreeMap<Integer, ModelVersion> byNumber = new TreeMap<>();
        log.forEach(version -> byNumber.put(version.number(), version));
        return new ModelHistory(List.copyOf(byNumber.values()));
    }

    /** The version that tags what arrives at a time; empty for the one of the program. */
    public Optional<ModelVersion> inEffect(Instant at) {
        return versions.stream()
                .filter(version -> !version.effectiveFrom().isAfter(at))
                .max(Comparator.comparingInt(ModelVersion::number));
    }

    /** The version of a number. */
    public Optional<ModelVersion> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    /** What a version is now: in effect, still to come, or behind another one. */
    public String state(ModelVersion version, Instant now) {
        if (version.effectiveFrom().isAfter(now)) {
            return "to come";
        }
        if (inEffect(now).filter(version::equals).isPresent()) {
            return "in effect";
        }
        ModelVersion next =
                versions.stream()
                        .filter(later -> later.number() > version.number())
                        .findFirst()
                        .orElse(version);
        return next.kind() == ModelVersion.Kind.ROLLBACK ? "rolled back" : "former";
    }
}
