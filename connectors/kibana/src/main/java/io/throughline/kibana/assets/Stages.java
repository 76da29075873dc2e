package io.throughline.kibana.assets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.Stage;
import io.throughline.kibana.Json;
import io.throughline.kibana.Words;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The stages of a map as panels need them: in order, each under a name of its own. */
final class Stages {

    private final JourneyMap map;
    private final Map<String, String> labels = new LinkedHashMap<>();

    Stages(JourneyMap map) {
        this.map = map;
        for (Stage stage : map.stages()) {
            String label = Words.label(stage.name());
            boolean taken = label.isEmpty() || labels.containsValue(label);
            labels.put(stage.id(), taken ? label + " (" + stage.id() + ")" : label);
        }
    }

    List<Stage> all() {
        return map.stages();
    }

    String journey() {
        return map.journey();
    }

    /** In the customer's words; no two stages have the same, since Kibana tells rows by it. */
    String label(Stage stage) {
        return labels.get(stage.id());
    }

    /** Names by id, in order. */
    Map<String, String> labels() {
        return labels;
    }

    /** In Kibana's language, what tells documents of a stage. */
    static String is(Stage stage) {
        return "stage: \"" + stage.id() + "\"";
    }

    /** One row or series a stage, as the column {@code filters} says it. */
    List<ObjectNode> filters() {
        return all().stream()
                .map(
                        stage ->
                                Json.object(
                                        "input",
                                        Json.object("query", is(stage), "language", "kuery"),
                                        "label",
                                        label(stage)))
                .toList();
    }

    /**
     * The goal as a formula: that of the stage where only one is looked at, and else the mean of
     * the stages' goals by how much feedback each has. Empty when no stage has a goal.
     */
    Optional<String> goalFormula() {
        List<Stage> with =
                all().stream().filter(stage -> stage.goalNetSentiment() != null).toList();
        if (with.isEmpty()) {
            return Optional.empty();
        }
        String weighted =
                with.stream()
                        .map(stage -> goal(stage) + " * " + count(stage))
                        .collect(Collectors.joining(" + ", "(", ")"));
        String weights =
                with.stream().map(Stages::count).collect(Collectors.joining(" + ", "(", ")"));
        return Optional.of(weighted + " / " + weights);
    }

    /** The goal without a point where it is whole. */
    static String goal(Stage stage) {
        return BigDecimal.valueOf(stage.goalNetSentiment()).stripTrailingZeros().toPlainString();
    }

    private static String count(Stage stage) {
        return "sum(count, kql='" + is(stage) + "')";
    }
}
