package io.throughline.pipeline;

import io.throughline.model.ModelVersion;
import io.throughline.pipeline.learning.ModelLog;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A log of versions in this JVM, found by its name wherever it is sent to. */
public record MemoryLog(String name) implements ModelLog {

    private static final Map<String, List<ModelVersion>> LOGS = new ConcurrentHashMap<>();

    /** An empty log. */
    public static MemoryLog of(String name, ModelVersion... versions) {
        LOGS.put(name, new CopyOnWriteArrayList<>(versions));
        return new MemoryLog(name);
    }

    public void add(ModelVersion version) {
        LOGS.get(name).add(version);
    }

    @Override
    public void read(Consumer<ModelVersion> to) {
        LOGS.get(name).stream().filter(ModelVersion::tags).forEach(to);
    }
}
