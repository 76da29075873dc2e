package io.throughline.local.revise;

import io.throughline.model.ModelVersion;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The versions of a model in their order, and which is in effect.
 *
 * @param versions by number, without version 0, which comes with the program
 * @param lost the last challengers that lost, by time
 */
public record ModelHistory(List<ModelVersion> versions, List<ModelVersion> lost) {

    public ModelHistory {
        versions = versions.stream().sorted(Comparator.comparingInt(ModelVersion::number)).toList();
        lost = lost.stream().sorted(Comparator.comparing(ModelVersion::trainedThrough)).toList();
    }

    /** The history in what a log holds, in its order. */
    public static ModelHistory of(Collection<ModelVersion> log) {
        TreeMap<Integer, ModelVersion> byNumber = new TreeMap<>();
        Map<String, ModelVersion> lost = new TreeMap<>();
        for (ModelVersion record : log) {
            if (record.tags()) {
                byNumber.merge(
                        record.number(),
                        record,
                        (earlier, later) -> later.replaces(earlier) ? later : earlier);
            } else {
                lost.put(record.key(), record);
            }
        }
        return new ModelHistory(List.copyOf(byNumber.values()), List.copyOf(lost.values()));
    }

    /** Whether another roll-back has the number of this one. */
    boolean isTakenByAnother(ModelVersion rollBack) {
        return version(rollBack.number())
                .filter(version -> version.kind() == ModelVersion.Kind.ROLLBACK)
                .filter(version -> !version.equals(rollBack))
                .isPresent();
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
