package io.throughline.kibana.assets;

import io.throughline.journey.Moment;
import io.throughline.journey.Stage;
import io.throughline.kibana.Words;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The map's stages with owners, goals and moments of truth, as a table in Markdown. */
final class Moments {

    private Moments() {}

    static String markdown(Stages stages) {
        StringJoiner table = new StringJoiner("\n");
        table.add("| Stage | Owner | Contributors | Goal | Moments of truth |");
        table.add("| --- | --- | --- | --- | --- |");
        for (Stage stage : stages.all()) {
            table.add(row(stages, stage));
        }
        return table.toString();
    }

    private static String row(Stages stages, Stage stage) {
        return "| "
                + String.join(
                        " | ",
                        "**" + Words.markdown(stages.label(stage)) + "**",
                        Words.markdown(Words.label(stage.owner())),
                        Words.markdown(
                                stage.contributors().stream()
                                        .map(Words::label)
                                        .collect(Collectors.joining(", "))),
                        stage.goalNetSentiment() == null ? "" : Words.markdown(Stages.goal(stage)),
                        Words.markdown(
                                stage.moments().stream()
                                        .map(Moments::sentence)
                                        .collect(Collectors.joining("; "))))
                + " |";
    }

    private static String sentence(Moment moment) {
        Map<String, String> conditions = new TreeMap<>(moment.conditions());
        String when =
                conditions.entrySet().stream()
                        .map(
                                condition ->
                                        condition.getKey()
                                                + " "
                                                + Words.label(condition.getValue()))
                        .collect(Collectors.joining(", "));
        return moment.id() + " (" + moment.kind() + (when.isEmpty() ? "" : ": " + when) + ")";
    }
}
