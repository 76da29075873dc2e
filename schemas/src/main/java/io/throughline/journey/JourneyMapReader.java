package io.throughline.journey;

import io.throughline.model.TaggedFeedback;
import io.throughline.yaml.YamlException;
import io.throughline.yaml.YamlFile;
import io.throughline.yaml.YamlMap;
import io.throughline.yaml.YamlProblem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads {@code journey.yaml}. One reading finds every problem, each with its line and column:
 * errors make the map unusable, warnings never stop anything.
 */
public final class JourneyMapReader {

    private static final String API_VERSION = "throughline/v1";

    private final YamlFile file;
    private final List<StageReader> stages = new ArrayList<>();
    private JourneyMap map;

    private JourneyMapReader(YamlFile file) {
        this.file = file;
    }

    /**
     * The map that the text describes.
     *
     * @param fileName shown in problems
     * @throws YamlException when the text holds an error
     */
    public static JourneyMap read(String fileName, String yaml) {
        JourneyMapReader reader = new JourneyMapReader(YamlFile.parse(fileName, yaml));
        reader.read();
        reader.file.check();
        return reader.map;
    }

    /** Every error and warning in the order of the file; empty when the map is fine. */
    public static List<YamlProblem> validate(String fileName, String yaml) {
        return validate(fileName, yaml, List.of());
    }

    /**
     * The same, and a warning for each cue that occurs in none of the samples.
     *
     * @param samples texts of customers; when empty, cues are not tried
     */
    public static List<YamlProblem> validate(String fileName, String yaml, List<String> samples) {
        try {
            JourneyMapReader reader = new JourneyMapReader(YamlFile.parse(fileName, yaml));
            reader.read();
            if (!samples.isEmpty()) {
                reader.stages.forEach(stage -> stage.tryCues(samples));
            }
            return reader.file.problems();
        } catch (YamlException e) {
            return e.problems();
        }
    }

    private void read() {
        YamlMap root = file.root();
        root.only("apiVersion", "journey", "version", "stages", "unassigned");
        String apiVersion = root.requiredText("apiVersion");
        if (!apiVersion.isBlank() && !apiVersion.equals(API_VERSION)) {
            root.error("apiVersion", "apiVersion is '" + API_VERSION + "' in this release");
        }
        String journey = Ids.read(root, "journey");
        int version = version(root);
        root.text("unassigned")
                .filter(value -> !value.equals("abstain"))
                .ifPresent(
                        value ->
                                root.error(
                                        "unassigned",
                                        "unassigned is 'abstain': feedback that fits no stage gets none"));
        if (root.maps("stages").isEmpty()) {
            root.missing("stages");
        }
        List<Stage> read = new ArrayList<>();
        for (YamlMap entry : root.maps("stages")) {
            StageReader stage = new StageReader(entry, stages.size() + 1);
            stages.add(stage);
            read.add(stage.read());
        }
        MapChecks.check(stages);
        read.sort(Comparator.comparingInt(Stage::order));
        map = new JourneyMap(journey, version, read);
    }

    private static int version(YamlMap root) {
        if (!root.has("version")) {
            root.missing("version");
            return 1;
        }
        long version = root.integer("version").orElse(1L);
        if (version < 1 || version > TaggedFeedback.MAX_SEQUENCE) {
            root.error(
                    "version",
                    "version is 1 to "
                            + TaggedFeedback.MAX_SEQUENCE
                            + " and grows with every change");
            return 1;
        }
        return (int) version;
    }
}
