package io.throughline.metrics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Supplier;

/**
 * One name with its labels. There are at most {@link #MOST} combinations of labels: what is beyond
 * counts under {@code other}, so that nobody outside can fill the memory of whoever collects.
 */
abstract class Family<T> {

    static final int MOST = 500;
    private static final String OTHER = "other";

    private final String name;
    private final List<String> labels;
    private final Map<String, Child<T>> children = new ConcurrentSkipListMap<>();

    private record Child<T>(List<String> values, T value) {}

    Family(String name, List<String> labels) {
        this.name = name;
        this.labels = List.copyOf(labels);
    }

    final T child(Supplier<T> make, String... values) {
        if (values.length != labels.size()) {
            throw new IllegalArgumentException(name + " has labels " + labels);
        }
        List<String> given = List.of(values);
        String key = String.join("\n", given);
        Child<T> known = children.get(key);
        if (known == null && children.size() >= MOST) {
            given = Collections.nCopies(values.length, OTHER);
            key = String.join("\n", given);
        }
        List<String> these = given;
        return children.computeIfAbsent(key, k -> new Child<>(these, make.get())).value();
    }

    final void write(Exposition out) {
        children.values().forEach(child -> samples(out, child.values(), child.value()));
    }

    abstract void samples(Exposition out, List<String> values, T child);

    final String name() {
        return name;
    }

    final List<String> labels() {
        return labels;
    }

    final List<String> labelsAnd(String more) {
        List<String> all = new ArrayList<>(labels);
        all.add(more);
        return all;
    }
}
