package io.throughline.kibana.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.document.IndexTemplates;
import io.throughline.kibana.Json;
import io.throughline.kibana.Maps;
import io.throughline.kibana.SavedObject;
import io.throughline.kibana.SavedObjects;
import io.throughline.kibana.assets.KibanaAssets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mistakes that a changed id does not show: of meaning, of type, of number. */
class CheckerTest {

    private static final List<SavedObject> OBJECTS = KibanaAssets.of(Maps.tram());

    private static Stream<String> problems(String object, String text, String instead) {
        List<SavedObject> objects = new ArrayList<>(OBJECTS);
        objects.replaceAll(
                found ->
                        found.id().endsWith(object)
                                ? changed(found, json -> json.replace(text, instead))
                                : found);
        assertThat(objects).as("nothing to change").isNotEqualTo(OBJECTS);
        return Checker.of(IndexTemplates.all()).check(objects).stream().map(Problem::toString);
    }

    private static SavedObject changed(SavedObject object, Function<String, String> change) {
        ObjectNode attributes = object.attributes();
        for (String name : List.of("panelsJSON", "fieldFormatMap", "timeFieldName")) {
            if (attributes.has(name)) {
                attributes.put(name, change.apply(attributes.path(name).asText()));
            }
        }
        return new SavedObject(
                object.type(),
                object.id(),
                attributes,
                object.references(),
                object.typeMigrationVersion());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windowSeconds: 3600 and | | several lengths",
                "windowSeconds: 3600 | windowSeconds: 7 | several lengths",
                "windowSeconds: 3600 | (windowSeconds: 3600 or windowSeconds: 60) | several lengths",
                "and not segment: * | | segments and the whole",
                "and not channel: all | | channels and their sum",
                "journey: \\\"tram\\\" and windowSeconds | windowSeconds | several journeys",
            })
    void sumsThatCountTwiceAreReported(String text, String instead, String problem) {
        String replaced = instead == null ? "" : instead;

        assertThat(problems("-now", text, replaced)).anyMatch(found -> found.contains(problem));
    }

    @Test
    void anAverageOfSumsIsReported() {
        assertThat(problems("-stage", "\"operationType\":\"sum\"", "\"operationType\":\"average\""))
                .anyMatch(found -> found.contains("an average of the sums in"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-pipeline | \"sourceField\":\"reason\" | \"sourceField\":\"message\" | terms cannot be done with message",
                "-pipeline | \"sourceField\":\"job.name\" | \"sourceField\":\"job\" | no field 'job'",
                "-pipeline | \"sourceField\":\"observedAt\" | \"sourceField\":\"size\" | date_histogram cannot be done with size",
                "-alerts | \"sourceField\":\"recoverySeconds\" | \"sourceField\":\"owner\" | median cannot be done with owner",
                "-stage | \"sourceField\":\"sentiment.score\" | \"sourceField\":\"extras\" | range cannot be done with extras",
                "-stage | \"sourceField\":\"terms.term\" | \"sourceField\":\"authorSketch\" | terms cannot be done with authorSketch",
                "-cx-alerts | firedAt | owner | is no date",
                "-cx-alerts | \"recoverySeconds\" | \"owner\" | cannot be shown as duration",
            })
    void whatAFieldCannotDoIsReported(String object, String text, String instead, String problem) {
        assertThat(problems(object, text, instead)).anyMatch(found -> found.contains(problem));
    }

    @Test
    void aKeyOfAFlattenedFieldIsAKeyword() {
        assertThat(problems("-stage", "\"sourceField\":\"terms.term\"", "\"sourceField\":\"x\""))
                .isNotEmpty();
        Fields fields =
                new Fields(
                        Json.parse(
                                "{\"extras\": {\"type\": \"flattened\"}, \"t\": {\"type\": \"text\"}}"));

        assertThat(fields.kind("extras.product")).isEqualTo("string");
        assertThat(fields.aggregatable("extras.product")).isTrue();
        assertThat(fields.aggregatable("extras")).isFalse();
        assertThat(fields.aggregatable("t")).isFalse();
        assertThat(fields.has("other.product")).isFalse();
    }

    @Test
    void aQueryInAnotherLanguageThanKibanasOwnIsReported() {
        assertThat(problems("-now", "\"language\":\"kuery\"", "\"language\":\"lucene\""))
                .anyMatch(found -> found.contains("language 'lucene' is none of [kuery]"));
    }

    @ParameterizedTest
    @CsvSource({
        "\"coreMigrationVersion\":\"8.8.0\", \"coreMigrationVersion\":\"9.9.9\", form '9.9.9'",
        "\"coreMigrationVersion\":\"8.8.0\", \"managed\":false, form ''",
        "\"typeMigrationVersion\":\"10.5.0\", \"typeMigrationVersion\":\"99.0.0\", '99.0.0'",
        "\"typeMigrationVersion\":\"10.5.0\", \"managed\":false, of version ''",
    })
    void aVersionThatIsNotOursIsReported(String text, String instead, String problem) {
        String file = SavedObjects.ndjson(OBJECTS);

        List<SavedObject> read = SavedObjects.parse(file.replace(text, instead));

        assertThat(Checker.of(IndexTemplates.all()).check(read))
                .extracting(Problem::what)
                .anyMatch(found -> found.contains(problem));
    }

    @Test
    void aFormulaThatReadsOtherwiseThanItCalculatesIsReported() {
        assertThat(
                        problems(
                                "-now",
                                "\"formula\":\"100 * (sum(positive) - sum(negative))",
                                "\"formula\":\"10 * (sum(positive) - sum(negative))"))
                .anyMatch(found -> found.contains("does not calculate what the formula says"));
    }

    @Test
    void aColumnThatDoesNotSayWhetherItMakesBucketsIsReported() {
        assertThat(problems("-now", ",\"isBucketed\":false", ""))
                .anyMatch(found -> found.contains("has the wrong isBucketed"));
    }

    @Test
    void aPanelsOwnTimeWithoutAnEndIsReported() {
        assertThat(problems("-alerts", "\"from\":\"now-10y\"", "\"from\":\"ten years\""))
                .anyMatch(found -> found.contains("timeRange has no from"));
    }

    @Test
    void aFormulaThatIsNoneIsReported() {
        assertThat(problems("-now", "\"formula\":\"100 * (", "\"formula\":\"100 * (("))
                .anyMatch(found -> found.contains("unexpected end"));
    }

    @Test
    void columnsInACircleAreReported() {
        JsonObjects layer = new JsonObjects();

        assertThat(layer.problems(layer.formula("a", "aX0"), layer.formula("aX0", "a")))
                .anyMatch(found -> found.contains("refers to itself"));
    }

    @Test
    void aColumnInTheNameSpaceOfAFormulaIsReported() {
        JsonObjects layer = new JsonObjects();

        assertThat(layer.problems(layer.count("a"), layer.count("ab")))
                .anyMatch(found -> found.contains("ab would be taken for a part of a"));
    }

    @Test
    void twoObjectsOfOneIdAreReported() {
        List<SavedObject> twice = new ArrayList<>(OBJECTS);
        twice.add(OBJECTS.get(0));

        assertThat(Checker.of(IndexTemplates.all()).check(twice))
                .extracting(Problem::what)
                .containsExactly("is there twice");
    }

    @Test
    void anExportWithItsSummaryCanBeChecked() {
        String export =
                SavedObjects.ndjson(OBJECTS)
                        + "{\"exportedCount\":12,\"missingRefCount\":0,\"missingReferences\":[]}\n";

        assertThat(Checker.of(IndexTemplates.all()).check(SavedObjects.parse(export))).isEmpty();
    }

    /** A layer by hand. */
    private static final class JsonObjects {

        private final ObjectNode columns = Json.object();

        String formula(String id, String reference) {
            columns.set(
                    id,
                    Json.object(
                            "label",
                            "x",
                            "dataType",
                            "number",
                            "operationType",
                            "formula",
                            "isBucketed",
                            false,
                            "params",
                            Json.object("formula", "count()", "isFormulaBroken", false),
                            "references",
                            List.of(reference)));
            return id;
        }

        String count(String id) {
            columns.set(
                    id,
                    Json.object(
                            "label",
                            "x",
                            "dataType",
                            "number",
                            "operationType",
                            "count",
                            "isBucketed",
                            false,
                            "sourceField",
                            "___records___",
                            "params",
                            Json.object()));
            return id;
        }

        List<String> problems(String... order) {
            List<Problem> problems = new ArrayList<>();
            LayerCheck.check(
                    new Report(problems, "layer"),
                    Json.object("columnOrder", List.of(order), "columns", columns),
                    null);
            return problems.stream().map(Problem::what).toList();
        }
    }
}
