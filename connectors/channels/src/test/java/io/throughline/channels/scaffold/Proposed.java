package io.throughline.channels.scaffold;

import io.throughline.channels.definition.Mode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A proposal for a sample in a test, and what becomes of the sample by it. */
record Proposed(Proposal proposal, String yaml, Trial trial) {

    private static final Instant OBSERVED = Instant.parse("2026-06-01T00:00:00Z");

    static Proposed from(String name, String sample) {
        return from(name, sample.getBytes(StandardCharsets.UTF_8), Mode.FILE);
    }

    static Proposed from(String name, byte[] sample, Mode mode) {
        Proposal proposal = Inference.of(SampleReader.read(name, sample));
        String yaml =
                DefinitionText.of(
                        proposal,
                        new DefinitionText.Frame("tried", Optional.empty(), mode, List.of()));
        return new Proposed(proposal, yaml, Trial.of(yaml, name, sample, OBSERVED));
    }

    List<String> paths(Field field) {
        return proposal.finding(field).paths();
    }

    String path(Field field) {
        return String.join(" + ", paths(field));
    }

    Map<String, String> extras() {
        return DefinitionText.extras(proposal);
    }

    /** The line of the definition that begins with this key, without its comment. */
    String line(String key) {
        return yaml.lines()
                .map(String::strip)
                .filter(line -> line.startsWith(key + ":"))
                .findFirst()
                .map(line -> line.contains("  #") ? line.substring(0, line.indexOf("  #")) : line)
                .orElse("");
    }

    /** Whether every record became feedback, or was left out on purpose. */
    boolean whole() {
        return trial.refused() == 0 && trial.accepted() > 0 && yaml.lines().count() <= 40;
    }
}
