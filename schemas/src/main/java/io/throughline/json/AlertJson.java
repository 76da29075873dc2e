package io.throughline.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.alert.Alert;
import io.throughline.alert.Driver;
import io.throughline.alert.Evidence;
import io.throughline.alert.Figures;
import io.throughline.alert.FixClaim;
import io.throughline.alert.Handling;
import io.throughline.alert.Ownership;
import io.throughline.alert.Term;

/**
 * An alert as commands print it and its document holds it: first what tells it in a line, then the
 * reasons. What is absent is left out.
 */
public final class AlertJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private AlertJson() {}

    /** One alert on one line, without a line break. */
    public static String line(Alert alert) {
        return JsonWriter.object(out -> write(out, alert));
    }

    /**
     * The alert of a line.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Alert parse(String line) {
        try {
            return read(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    /**
     * The alert of a JSON object, such as the source of a document.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Alert read(JsonNode object) {
        return new AlertFields(object).alert();
    }

    /** The fields of an alert. */
    public static void write(JsonWriter out, Alert alert) {
        out.text("id", alert.id())
                .text("stage", alert.stage())
                .text("state", alert.state().id())
                .time("onset", alert.onset().at())
                .time("firedAt", alert.firedAt())
                .time("resolvedAt", alert.resolvedAt())
                .text("direction", alert.direction().id());
        figures(out, alert.figures());
        out.text("rule", alert.rule())
                .text("journey", alert.journey())
                .number("journeyVersion", alert.journeyVersion());
        ownership(out, alert.ownership());
        out.time("onsetEarliest", alert.onset().earliest())
                .time("onsetLatest", alert.onset().latest())
                .time("updatedAt", alert.updatedAt())
                .text("path", alert.decision().path())
                .number("statistic", alert.decision().statistic())
                .number("threshold", alert.decision().threshold())
                .number("budgetSeconds", alert.decision().budget().toSeconds())
                .object("corrected", alert.corrected(), AlertJson::figures)
                .objects("drivers", alert.drivers(), AlertJson::driver)
                .objects("terms", alert.terms(), AlertJson::term)
                .objects("verbatims", alert.verbatims(), AlertJson::verbatim)
                .texts("models", alert.models())
                .text("resolution", alert.resolution());
        handling(out, alert.handling());
        alert.recovery().ifPresent(time -> out.number("recoverySeconds", time.toSeconds()));
        out.number("version", alert.version());
    }

    private static void figures(JsonWriter out, Figures figures) {
        out.number("expected", figures.expected())
                .number("observed", figures.observed())
                .number("n", figures.count())
                .number("low", figures.low())
                .number("high", figures.high())
                .number("authors", figures.authors());
    }

    private static void ownership(JsonWriter out, Ownership ownership) {
        out.text("stageName", ownership.stageName())
                .text("owner", ownership.owner())
                .texts("contributors", ownership.contributors())
                .text("sponsor", ownership.sponsor());
    }

    private static void driver(JsonWriter out, Driver driver) {
        out.text("channel", driver.channel())
                .number("n", driver.count())
                .number("expected", driver.expected())
                .number("observed", driver.observed())
                .number("contribution", driver.contribution());
    }

    private static void term(JsonWriter out, Term term) {
        out.text("term", term.term()).number("logOdds", term.logOdds()).number("n", term.count());
    }

    private static void verbatim(JsonWriter out, Evidence verbatim) {
        out.text("feedback", verbatim.feedback())
                .text("channel", verbatim.channel())
                .time("occurredAt", verbatim.occurredAt())
                .text("text", verbatim.text())
                .text("url", verbatim.url());
    }

    private static void handling(JsonWriter out, Handling handling) {
        out.text("acknowledgedBy", handling.acknowledgedBy())
                .time("acknowledgedAt", handling.acknowledgedAt())
                .text("acceptedBy", handling.acceptedBy())
                .time("escalatedAt", handling.escalatedAt())
                .text("silence", handling.silence())
                .texts("faults", handling.faults())
                .bool("flapping", handling.flapping());
        FixClaim fix = handling.fix();
        if (fix != null) {
            out.text("fixClaimedBy", fix.by())
                    .time("fixClaimedAt", fix.at())
                    .text("fixClaimedComment", fix.comment());
        }
    }
}
