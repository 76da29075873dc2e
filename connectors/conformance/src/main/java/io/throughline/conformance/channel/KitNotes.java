package io.throughline.conformance.channel;

import io.throughline.yaml.YamlFile;
import io.throughline.yaml.YamlMap;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What fixtures cannot say by themselves, from {@code fixtures/kit.yaml}. All of it is optional.
 *
 * @param observedAt when the fixtures count as observed; empty: when their golden files say, else
 *     today
 * @param values of references such as {@code config.appId}; those not named are made up
 */
public record KitNotes(Optional<Instant> observedAt, Map<String, String> values) {

    /** Nothing is said. */
    public static final KitNotes NONE = new KitNotes(Optional.empty(), Map.of());

    public KitNotes {
        values = Map.copyOf(values);
    }

    /**
     * Reads a {@code kit.yaml}.
     *
     * @throws io.throughline.yaml.YamlException with every problem at its line and column
     */
    static KitNotes read(String name, String yaml) {
        YamlFile file = YamlFile.parse(name, yaml);
        YamlMap root = file.root();
        root.only("observedAt", "values");
        Optional<Instant> observedAt = root.text("observedAt").flatMap(text -> time(root, text));
        Map<String, String> values = new TreeMap<>();
        root.map("values")
                .ifPresent(
                        map ->
                                map.keys()
                                        .forEach(
                                                key ->
                                                        map.text(key)
                                                                .ifPresent(
                                                                        text ->
                                                                                values.put(
                                                                                        key,
                                                                                        text))));
        file.check();
        return new KitNotes(observedAt, values);
    }

    private static Optional<Instant> time(YamlMap root, String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeParseException e) {
            root.error("observedAt", "write a time such as 2026-03-10T00:00:00Z");
            return Optional.empty();
        }
    }
}
