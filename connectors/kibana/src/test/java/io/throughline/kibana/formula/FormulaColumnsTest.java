package io.throughline.kibana.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaColumnsTest {

    private static Map<String, ObjectNode> expand(String formula) {
        return FormulaColumns.expand("f", "Figure", formula, "at", null);
    }

    private static JsonNode tree(String formula) {
        Map<String, ObjectNode> columns = expand(formula);
        return columns.get("fX" + (columns.size() - 2)).at("/params/tinymathAst");
    }

    @Test
    void aFunctionAloneIsOneColumn() {
        Map<String, ObjectNode> columns = expand("sum(bytes)");

        assertThat(columns).containsOnlyKeys("f", "fX0");
        assertThat(columns.get("f").path("references")).isEqualTo(Json.array("fX0"));
        assertThat(columns.get("f").at("/params/formula").asText()).isEqualTo("sum(bytes)");
        assertThat(columns.get("fX0"))
                .isEqualTo(
                        Json.object(
                                "label",
                                "Part of Figure",
                                "customLabel",
                                true,
                                "dataType",
                                "number",
                                "operationType",
                                "sum",
                                "isBucketed",
                                false,
                                "scale",
                                "ratio",
                                "sourceField",
                                "bytes",
                                "params",
                                Json.object("emptyAsNull", false)));
    }

    @Test
    void aQuotientOfCountsIsThreeColumns() {
        String formula = "count(kql='passed : true') / count()";
        Map<String, ObjectNode> columns = expand(formula);

        assertThat(columns).containsOnlyKeys("f", "fX0", "fX1", "fX2");
        assertThat(columns.get("fX0").path("filter"))
                .isEqualTo(Json.object("query", "passed : true", "language", "kuery"));
        assertThat(columns.get("fX1").path("sourceField").asText()).isEqualTo("___records___");
        assertThat(columns.get("fX1").has("filter")).isFalse();
        assertThat(columns.get("fX2").path("references")).isEqualTo(Json.array("fX0", "fX1"));
        assertThat(tree(formula))
                .isEqualTo(
                        Json.parse(
                                """
                                {"type": "function", "name": "divide", "args": ["fX0", "fX1"],
                                 "location": {"min": 0, "max": 36},
                                 "text": "count(kql='passed : true') / count()"}
                                """));
    }

    @Test
    void ofAChainOnlyTheWholeHasAPlaceAndOfAGroupWhatIsInside() {
        assertThat(tree("100 * (sum(a) - sum(b)) / (sum(c) - sum(d))"))
                .isEqualTo(
                        Json.parse(
                                """
                                {"type": "function", "name": "divide",
                                 "args": [
                                   {"type": "function", "name": "multiply",
                                    "args": [100,
                                      {"type": "function", "name": "subtract",
                                       "args": ["fX0", "fX1"],
                                       "location": {"min": 7, "max": 22},
                                       "text": "sum(a) - sum(b)"}]},
                                   {"type": "function", "name": "subtract",
                                    "args": ["fX2", "fX3"],
                                    "location": {"min": 27, "max": 42},
                                    "text": "sum(c) - sum(d)"}],
                                 "location": {"min": 0, "max": 43},
                                 "text": "100 * (sum(a) - sum(b)) / (sum(c) - sum(d))"}
                                """));
    }

    @Test
    void aNegativeNumberIsANumber() {
        assertThat(tree("-2.5 * sum(a) + -1 * sum(b)").at("/args/0/args/0").asDouble())
                .isEqualTo(-2.5);
    }

    @Test
    void mathMayBeAFunctionOfMath() {
        JsonNode tree = tree("round(sqrt(sum(a)), 1)");

        assertThat(tree.path("name").asText()).isEqualTo("round");
        assertThat(tree.at("/args/0/name").asText()).isEqualTo("sqrt");
        assertThat(tree.at("/args/0/args/0").asText()).isEqualTo("fX0");
        assertThat(tree.at("/args/1").asInt()).isEqualTo(1);
    }

    @Test
    void aLastValueIsByTimeAndOfWhatHasOne() {
        ObjectNode last = expand("last_value(level)").get("fX0");

        assertThat(last.at("/params/sortField").asText()).isEqualTo("at");
        assertThat(last.at("/filter/query").asText()).isEqualTo("\"level\": *");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sum(",
                "sum(a",
                "sum(a) +",
                "sum(a)) ",
                "sum()",
                "a",
                "nothing(a)",
                "sum(a, b)",
                "sum(a, shift='1d')",
                "sum(a, kql=)",
                "sum(a, kql='b: 1', kql='c: 2')",
                "sum(a) > 3"
            })
    void whatIsNoFormulaIsRefused(String text) {
        assertThatExceptionOfType(FormulaException.class).isThrownBy(() -> expand(text));
    }
}
