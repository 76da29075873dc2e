package io.throughline.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.alert.Alert;
import io.throughline.alert.AlertState;
import io.throughline.alert.Decision;
import io.throughline.alert.Direction;
import io.throughline.alert.Driver;
import io.throughline.alert.Evidence;
import io.throughline.alert.Figures;
import io.throughline.alert.FixClaim;
import io.throughline.alert.Handling;
import io.throughline.alert.Onset;
import io.throughline.alert.Ownership;
import io.throughline.alert.Term;
import java.time.Duration;

/** Reads what {@link AlertJson} wrote, as strictly as it was written. */
final class AlertFields {

    private final JsonFields fields;

    AlertFields(JsonNode object) {
        this.fields = new JsonFields(object);
    }

    Alert alert() {
        return new Alert(
                fields.text("id"),
                fields.text("rule"),
                fields.text("journey"),
                (int) fields.whole("journeyVersion"),
                fields.text("stage"),
                fields.constant(AlertState.class, "state"),
                fields.constant(Direction.class, "direction"),
                new Onset(
                        fields.time("onset"),
                        fields.time("onsetEarliest"),
                        fields.time("onsetLatest")),
                fields.time("firedAt"),
                fields.timeOrNull("resolvedAt"),
                fields.time("updatedAt"),
                figures(fields),
                fields.object("corrected").map(AlertFields::figures).orElse(null),
                new Decision(
                        fields.text("path"),
                        fields.number("statistic"),
                        fields.number("threshold"),
                        Duration.ofSeconds(fields.whole("budgetSeconds"))),
                fields.objects("drivers").stream().map(AlertFields::driver).toList(),
                fields.objects("terms").stream().map(AlertFields::term).toList(),
                fields.objects("verbatims").stream().map(AlertFields::verbatim).toList(),
                fields.texts("models"),
                fields.text("resolution"),
                new Ownership(
                        fields.text("stageName"),
                        fields.text("owner"),
                        fields.texts("contributors"),
                        fields.textOrNull("sponsor")),
                new Handling(
                        fields.textOrNull("acknowledgedBy"),
                        fields.timeOrNull("acknowledgedAt"),
                        fields.textOrNull("acceptedBy"),
                        fields.timeOrNull("escalatedAt"),
                        fields.textOrNull("silence"),
                        fields.texts("faults"),
                        fields.bool("flapping"),
                        fix(fields)),
                fields.whole("version"));
    }

    private static FixClaim fix(JsonFields fields) {
        String by = fields.textOrNull("fixClaimedBy");
        return by == null
                ? null
                : new FixClaim(
                        by, fields.time("fixClaimedAt"), fields.textOrNull("fixClaimedComment"));
    }

    private static Figures figures(JsonFields fields) {
        return new Figures(
                fields.number("expected"),
                fields.number("observed"),
                fields.number("low"),
                fields.number("high"),
                fields.whole("n"),
                fields.whole("authors"));
    }

    private static Driver driver(JsonFields fields) {
        return new Driver(
                fields.text("channel"),
                fields.whole("n"),
                fields.number("expected"),
                fields.number("observed"),
                fields.number("contribution"));
    }

    private static Term term(JsonFields fields) {
        return new Term(fields.text("term"), fields.number("logOdds"), fields.whole("n"));
    }

    private static Evidence verbatim(JsonFields fields) {
        return new Evidence(
                fields.text("feedback"),
                fields.text("channel"),
                fields.time("occurredAt"),
                fields.text("text"),
                fields.textOrNull("url"));
    }
}
