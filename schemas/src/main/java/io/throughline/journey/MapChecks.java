package io.throughline.journey;

import io.throughline.yaml.YamlMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What can only be seen by looking at all stages of a map together. */
final class MapChecks {

    private static final int MAX_MOMENTS = 20;

    private MapChecks() {}

    static void check(List<StageReader> stages) {
        uniqueIds(stages.stream().map(StageReader::yaml).toList(), "stage");
        List<YamlMap> moments = stages.stream().flatMap(s -> s.moments().stream()).toList();
        uniqueIds(moments, "moment");
        if (moments.size() > MAX_MOMENTS) {
            moments.get(MAX_MOMENTS)
                    .warning(
                            "id",
                            moments.size()
                                    + " moments of truth; with more than "
                                    + MAX_MOMENTS
                                    + " none of them stands out");
        }
        sharedExamples(stages);
    }

    private static void uniqueIds(List<YamlMap> entries, String what) {
        Set<String> seen = new HashSet<>();
        for (YamlMap entry : entries) {
            String id = entry.text("id").orElse("");
            if (!id.isBlank() && !seen.add(id)) {
                entry.error("id", "duplicate " + what + " id '" + id + "'");
            }
        }
    }

    private static void sharedExamples(List<StageReader> stages) {
        Map<String, String> stageOf = new HashMap<>();
        for (StageReader stage : stages) {
            List<String> examples = stage.examples();
            for (int i = 0; i < examples.size(); i++) {
                String other = stageOf.putIfAbsent(normalize(examples.get(i)), stage.id());
                if (other != null && !other.equals(stage.id())) {
                    stage.yaml()
                            .warningAt(
                                    "examples",
                                    i,
                                    "stage '"
                                            + other
                                            + "' has the same example, so it tells nothing");
                }
            }
        }
    }

    private static String normalize(String example) {
        return example.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").trim();
    }
}
