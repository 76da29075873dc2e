package io.throughline.kibana.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.Json;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A column that is there, but in the wrong place of a chart, and places that nothing fills. */
class VisualizationCheckTest {

    private static final String XY =
            """
            {"layers": [{"layerId": "a", "layerType": "data", "seriesType": "line",
              "xAccessor": "time", "splitAccessor": "stage", "accessors": ["n", "net"],
              "yConfig": [{"forAccessor": "n"}]}]}""";

    private static final String HEAT =
            """
            {"layerId": "a", "layerType": "data", "xAccessor": "time", "yAccessor": "stage",
              "valueAccessor": "net"}""";

    private static final String TABLE =
            """
            {"layerId": "a", "layerType": "data", "columns": [{"columnId": "time"},
              {"columnId": "stage"}, {"columnId": "n"}, {"columnId": "net"}],
              "sorting": {"columnId": "n", "direction": "desc"}}""";

    private static final String TILE =
            """
            {"layerId": "a", "layerType": "data", "metricAccessor": "net",
              "secondaryMetricAccessor": "n", "breakdownByAccessor": "stage"}""";

    private static final String LAYERS =
            """
            {"a": {"columns": {
              "time": {"isBucketed": true}, "stage": {"isBucketed": true},
              "n": {"isBucketed": false}, "net": {"isBucketed": false, "references": ["netX0"]},
              "netX0": {"isBucketed": false}}}}""";

    private static List<String> problems(String type, String visualization, String... without) {
        List<Problem> problems = new ArrayList<>();
        JsonNode layers = Json.parse(LAYERS);
        for (String column : without) {
            ((ObjectNode) layers.at("/a/columns")).remove(column);
        }
        ObjectNode chart =
                Json.object(
                        "visualizationType",
                        type,
                        "state",
                        Json.object("visualization", Json.parse(visualization)));
        VisualizationCheck.check(new Report(problems, "chart"), chart, layers);
        return problems.stream().map(Problem::what).toList();
    }

    @Test
    void columnsInTheirPlacesAreFine() {
        assertThat(problems("lnsXY", XY)).isEmpty();
        assertThat(problems("lnsHeatmap", HEAT, "n")).isEmpty();
        assertThat(problems("lnsDatatable", TABLE)).isEmpty();
        assertThat(problems("lnsMetric", TILE, "time")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"xAccessor\": \"time\" | \"xAccessor\": \"net\" | xAccessor shows net, a figure",
                "\"net\"] | \"time\"] | accessors shows time, a bucket",
                "\"net\"] | \"netX0\"] | accessors shows a part of a formula: netX0",
                "\"net\"] | \"other\"] | accessors shows a column that is not in the layer: other",
                "\"net\"] | \"n\"] | accessors shows a column again: n",
                ", \"net\"] | ] | column net is not shown",
                "\"splitAccessor\": \"stage\", | '' | column stage is not shown",
                "\"xAccessor\": \"time\", | '' | layer a is shown without xAccessor",
                "\"seriesType\": \"line\", | '' | layer a is shown without seriesType",
                "[\"n\", \"net\"] | [] | layer a is shown without accessors",
                "\"forAccessor\": \"n\" | \"forAccessor\": \"time\" | forAccessor speaks of a column that is not shown: time",
                "\"splitAccessor\" | \"breakdownByAccessor\" | this chart has no breakdownByAccessor",
            })
    void aSeriesThatIsPutTogetherWronglyIsReported(String text, String instead, String problem) {
        assertThat(XY).contains(text);

        assertThat(problems("lnsXY", XY.replace(text, instead))).contains(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"xAccessor\": \"time\" | \"xAccessor\": \"net\" | xAccessor shows net, a figure",
                "\"valueAccessor\": \"net\" | \"valueAccessor\": \"stage\" | valueAccessor shows stage, a bucket",
                "\"yAccessor\": \"stage\", | '' | column stage is not shown",
            })
    void aHeatMapThatIsPutTogetherWronglyIsReported(String text, String instead, String problem) {
        assertThat(problems("lnsHeatmap", HEAT.replace(text, instead), "n")).contains(problem);
    }

    @Test
    void aColumnOfATableThatIsMissingOrSortedByWithoutBeingThereIsReported() {
        assertThat(problems("lnsDatatable", TABLE.replace("{\"columnId\": \"n\"}, ", "")))
                .contains(
                        "column n is not shown", "sorting speaks of a column that is not shown: n");
    }

    @Test
    void aTileOfABucketIsReported() {
        assertThat(problems("lnsMetric", TILE.replace(": \"n\"", ": \"time\"")))
                .contains("secondaryMetricAccessor shows time, a bucket", "column n is not shown");
    }
}
