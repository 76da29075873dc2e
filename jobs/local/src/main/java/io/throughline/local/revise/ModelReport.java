package io.throughline.local.revise;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.model.ModelFigures;
import io.throughline.model.ModelVersion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How the model came along, version by version: a table for people, or JSON. */
public final class ModelReport {

    private static final double TEN_THOUSANDTHS = 10_000;
    private static final String ROW =
            "%8s  %-11s  %-20s  %8s  %7s  %14s  %14s  %9s  %13s  %11s  %6s%n";

    private static final String LOST_ROW = "%20s  %7s  %7s  %9s  %14s  %14s  %6s%n";

    private ModelReport() {}

    /** A line a version, with a legend. */
    public static String table(ModelHistory history, Instant now) {
        StringBuilder table = new StringBuilder();
        table.append(
                String.format(
                        ROW,
                        "version",
                        "state",
                        "in effect from",
                        "lessons",
                        "people",
                        "macro-F1",
                        "stages",
                        "agreement",
                        "teacher",
                        "calibration",
                        "drift"));
        table.append(
                String.format(
                        ROW,
                        0,
                        history.inEffect(now).isEmpty() ? "in effect" : "former",
                        "(of the program)",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        "",
                        ""));
        history.versions().forEach(version -> row(table, history, version, now));
        table.append(
                """

                        macro-F1: of the version before and of this one on lessons neither learnt from. agreement: of the
                        version before with the teacher since the training before. teacher: share of feedback it answered, and
                        share of ids it may answer from this version on. drift: of the labels since the training before.
                        stages: share that was right of lessons neither learnt from. In brackets: not taken over.
                        """);
        if (!history.lost().isEmpty()) {
            lost(table, history);
        }
        return table.toString();
    }

    private static void lost(StringBuilder table, ModelHistory history) {
        table.append("\nTrainings whose challenger was not taken over\n");
        table.append(
                String.format(
                        LOST_ROW,
                        "windows through",
                        "against",
                        "lessons",
                        "held back",
                        "macro-F1",
                        "stages",
                        "margin"));
        for (ModelVersion lost : history.lost()) {
            ModelFigures figures = lost.figures();
            table.append(
                    String.format(
                            Locale.ROOT,
                            LOST_ROW,
                            lost.trainedThrough().truncatedTo(ChronoUnit.SECONDS),
                            lost.modelOf(),
                            figures.learnt() + figures.heldBack(),
                            figures.heldBack(),
                            pair(figures.champion(), figures.challenger()),
                            figures.stages() == null ? "" : pair(figures.stages()),
                            three(figures.margin())));
        }
    }

    private static String feelings(ModelFigures figures) {
        String pair = pair(figures.champion(), figures.challenger());
        boolean known = !figures.won().isEmpty();
        return known && !figures.won().contains(ModelFigures.SENTIMENT) ? "(" + pair + ")" : pair;
    }

    private static String stages(ModelFigures figures) {
        if (figures.stages() == null) {
            return "";
        }
        String pair = pair(figures.stages());
        return figures.won().contains(ModelFigures.STAGES) ? pair : "(" + pair + ")";
    }

    private static String pair(ModelFigures.Stages stages) {
        return pair(stages.champion(), stages.challenger());
    }

    private static String pair(double champion, double challenger) {
        return two(champion) + " -> " + two(challenger);
    }

    private static String three(Double value) {
        return value == null ? "" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static void row(
            StringBuilder table, ModelHistory history, ModelVersion version, Instant now) {
        ModelFigures figures = version.figures();
        boolean trained = figures != null;
        String allowed = percent(version.teacherShare());
        table.append(
                String.format(
                        Locale.ROOT,
                        ROW,
                        version.number(),
                        history.state(version, now),
                        version.effectiveFrom().truncatedTo(ChronoUnit.SECONDS),
                        trained ? figures.learnt() + figures.heldBack() : "",
                        trained ? figures.corrections() : "",
                        trained ? feelings(figures) : "model of " + version.modelOf(),
                        trained ? stages(figures) : "",
                        trained ? two(figures.agreement()) : "",
                        trained ? percent(figures.teacherUse()) + " / " + allowed : "/ " + allowed,
                        trained ? two(figures.calibrationError()) : "",
                        trained ? two(figures.drift()) : ""));
    }

    private static String two(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** Everything about every version but its bytes, and then the challengers that lost. */
    public static ArrayNode json(ModelHistory history, Instant now) {
        ArrayNode versions = JsonNodeFactory.instance.arrayNode();
        history.versions().forEach(version -> versions.add(json(history, version, now)));
        history.lost().forEach(lost -> versions.add(json(lost)));
        return versions;
    }

    private static ObjectNode json(ModelVersion lost) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", lost.kind().id())
                .put("against", lost.modelOf())
                .put("triedAt", lost.effectiveFrom().toString())
                .put("trainedThrough", lost.trainedThrough().toString());
        figures(json, lost.figures());
        return json;
    }

    /** Everything about a version but its bytes. */
    public static ObjectNode json(ModelHistory history, ModelVersion version, Instant now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", version.number())
                .put("name", version.id())
                .put("kind", version.kind().id())
                .put("modelOf", version.modelOf())
                .put("state", history.state(version, now))
                .put("effectiveFrom", version.effectiveFrom().toString())
                .put("trainedThrough", version.trainedThrough().toString())
                .put("teacherShare", rounded(version.teacherShare()))
                .put("teacherCostMs", version.teacherCost().toNanos() / 1e6)
                .put("bytes", version.model().length);
        figures(json, version.figures());
        return json;
    }

    private static void figures(ObjectNode json, ModelFigures figures) {
        if (figures != null) {
            json.put("lessonsLearnt", figures.learnt())
                    .put("lessonsHeldBack", figures.heldBack())
                    .put("corrections", figures.corrections())
                    .put("macroF1Before", rounded(figures.champion()))
                    .put("macroF1", rounded(figures.challenger()))
                    .put("calibrationError", rounded(figures.calibrationError()))
                    .put("agreement", rounded(figures.agreement()))
                    .put("tagged", figures.tagged())
                    .put("teacherUse", rounded(figures.teacherUse()))
                    .put("drift", rounded(figures.drift()))
                    .put("margin", figures.margin())
                    .put("teacher", figures.teacher());
            figures.won().forEach(json.putArray("won")::add);
            if (figures.stages() != null) {
                json.putObject("stages")
                        .put("lessonsHeldBack", figures.stages().heldBack())
                        .put("rightBefore", rounded(figures.stages().champion()))
                        .put("right", rounded(figures.stages().challenger()));
            }
        }
    }

    private static double rounded(double value) {
        return Math.round(value * TEN_THOUSANDTHS) / TEN_THOUSANDTHS;
    }
}
