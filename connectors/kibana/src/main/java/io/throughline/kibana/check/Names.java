package io.throughline.kibana.check;

import io.throughline.kibana.Reference;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * References by the names under which attributes speak of them. What is never spoken of is a
 * problem too: most likely its name is wrong.
 */
final class Names {

    private final Map<String, Reference> byName = new LinkedHashMap<>();
    private final Set<String> used = new HashSet<>();
    private final Report report;

    Names(List<Reference> references, Report report) {
        this.report = report;
        for (Reference reference : references) {
            Reference before = byName.put(reference.name(), reference);
            if (before != null && !before.equals(reference)) {
                report.add("two references mean different objects by " + reference.name());
            }
        }
    }

    /** The id of what is meant; noted when there is none, or when it is of another type. */
    Optional<String> find(String name, String type) {
        Reference reference = byName.get(name);
        used.add(name);
        if (reference == null) {
            report.add("no reference is named " + name);
            return Optional.empty();
        }
        if (!reference.type().equals(type)) {
            report.add(name + " refers to a " + reference.type() + ", not to a " + type);
            return Optional.empty();
        }
        return Optional.of(reference.id());
    }

    /** What a chart of the library refers to is said again where it is shown. */
    void repeated(String prefix) {
        byName.keySet().stream().filter(name -> name.startsWith(prefix)).forEach(used::add);
    }

    /** Tags hang on an object without being spoken of. */
    void tags() {
        byName.forEach(
                (name, reference) -> {
                    if (reference.type().equals("tag") && name.equals("tag-" + reference.id())) {
                        used.add(name);
                    }
                });
    }

    void unused() {
        byName.keySet().stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> report.add("nothing speaks of the reference " + name));
    }
}
