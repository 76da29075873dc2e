package io.throughline.kibana.assets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.journey.Moment;
import io.throughline.journey.Stage;
import io.throughline.kibana.Json;
import io.throughline.kibana.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Moments of truth: a table in Markdown with owners and goals, and the feedback of each. */
final class Moments {

    /** Fields of feedback by the conditions of a map that speak of them. */
    private static final SortedMap<String, String> FIELDS =
            new TreeMap<>(
                    Map.of(
                            "touchpoint",
                            "touchpoint",
                            "role",
                            "author.role",
                            "channel",
                            "channel"));

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

    /**
     * One row a moment: feedback of its stage that meets its conditions. That it was a customer's
     * first, or so many in a time, no query can ask.
     */
    static List<ObjectNode> filters(Stages stages) {
        List<ObjectNode> filters = new ArrayList<>();
        for (Stage stage : stages.all()) {
            for (Moment moment : stage.moments()) {
                filters.add(
                        Json.object(
                                "input",
                                Json.object("query", query(stage, moment), "language", "kuery"),
                                "label",
                                stages.label(stage) + " · " + moment.id()));
            }
        }
        return filters;
    }

    private static String query(Stage stage, Moment moment) {
        StringJoiner query = new StringJoiner(" and ");
        query.add(Stages.is(stage));
        FIELDS.forEach(
                (condition, field) -> {
                    String value = moment.conditions().get(condition);
                    if (value != null) {
                        query.add(field + ": " + Words.quoted(value));
                    }
                });
        return query.toString();
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
