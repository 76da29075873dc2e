package io.throughline.stack;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Every module: its packages, and the modules it may use. */
enum ModuleRules {
    SCHEMAS(
            "alert",
            "document",
            "health",
            "journey",
            "json",
            "measure",
            "metrics",
            "model",
            "own",
            "wire",
            "yaml"),
    CHANNELS("channels"),
    KAFKA("kafka"),
    ELASTICSEARCH("elasticsearch"),
    KIBANA("kibana"),
    FETCH("fetch"),
    POLLING("polling"),
    GATEWAY("gateway"),
    NOTIFY("notify"),
    CONFORMANCE("conformance"),
    DOMAIN("domain"),
    TAGGERS("taggers"),
    NLP("nlp"),
    CONTESTANTS("contestants"),
    PIPELINE("pipeline"),
    CONSOLE("console"),
    LOCAL("local"),
    STACK_TESTS("stack");

    private final List<String> packages;

    ModuleRules(String... packages) {
        this.packages = Stream.of(packages).map(name -> "io.throughline." + name + "..").toList();
    }

    /** As ArchUnit writes packages with all below them. */
    String[] packages() {
        return packages.toArray(String[]::new);
    }

    /** The modules it may use beside itself and {@link #SCHEMAS}. */
    Set<ModuleRules> uses() {
        return switch (this) {
            case SCHEMAS, CHANNELS, KAFKA, ELASTICSEARCH, KIBANA, DOMAIN -> Set.of();
            case FETCH -> Set.of(CHANNELS);
            case POLLING -> Set.of(CHANNELS, FETCH);
            case GATEWAY -> Set.of(CHANNELS, KAFKA);
            case CONFORMANCE -> Set.of(CHANNELS, FETCH, GATEWAY);
            case NOTIFY, CONSOLE -> Set.of(KAFKA);
            case TAGGERS, CONTESTANTS -> Set.of(DOMAIN);
            case NLP -> Set.of(DOMAIN, TAGGERS);
            case PIPELINE -> Set.of(CHANNELS, KAFKA, ELASTICSEARCH, FETCH, POLLING, DOMAIN);
            case LOCAL, STACK_TESTS -> Set.copyOf(EnumSet.complementOf(EnumSet.of(CONTESTANTS)));
        };
    }

    /** Packages of the modules it may not use. */
    String[] strangers() {
        Set<ModuleRules> known = EnumSet.of(this, SCHEMAS);
        known.addAll(uses());
        return Stream.of(values())
                .filter(module -> !known.contains(module))
                .flatMap(module -> module.packages.stream())
                .toArray(String[]::new);
    }
}
