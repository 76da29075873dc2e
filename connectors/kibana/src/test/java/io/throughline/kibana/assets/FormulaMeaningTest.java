package io.throughline.kibana.assets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.Maps;
import io.throughline.kibana.formula.FormulaColumns;
import io.throughline.measure.NetSentiment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What the columns of a formula come to over roll-ups is what the feedback itself comes to. */
class FormulaMeaningTest {

    private static final String GOAL = new Stages(Maps.tram()).goalFormula().orElseThrow();

    /** An hour of a stage and channel. */
    private record Hour(String stage, Map<String, Integer> sums) {

        static Hour of(String stage, int negative, int neutral, int positive, int abstained) {
            return new Hour(
                    stage,
                    Map.of(
                            "negative",
                            negative,
                            "neutral",
                            neutral,
                            "positive",
                            positive,
                            "abstained",
                            abstained,
                            "count",
                            negative + neutral + positive + abstained));
        }
    }

    @RepeatedTest(20)
    void netSentimentOverHoursOfAnySizeIsThatOfAllFeedback(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Hour> hours = new ArrayList<>();
        long negative = 0;
        long neutral = 0;
        long positive = 0;
        for (int i = 0; i < 50; i++) {
            int size = 1 + random.nextInt(i % 7 == 0 ? 1_000 : 5);
            int bad = random.nextInt(size + 1);
            int good = random.nextInt(size - bad + 1);
            hours.add(Hour.of("ride", bad, size - bad - good, good, random.nextInt(3)));
            negative += bad;
            neutral += size - bad - good;
            positive += good;
        }

        NetSentiment truth = NetSentiment.of(negative, neutral, positive).orElseThrow();
        assertThat(value(Formulas.NET_SENTIMENT, hours)).isEqualTo(truth.value(), within(1e-9));
        assertThat(value(Formulas.LABELLED, hours)).isEqualTo(truth.n());
    }

    @Test
    void theGoalOfOneStageIsItsOwn() {
        assertThat(value(GOAL, List.of(Hour.of("ticket", 1, 2, 3, 4)))).isEqualTo(30);
        assertThat(value(GOAL, List.of(Hour.of("ride", 1, 2, 3, 4)))).isEqualTo(-2.5);
    }

    @Test
    void theGoalOfSeveralIsWeighedByTheirFeedbackAndStagesWithoutOneDoNotCount() {
        List<Hour> hours =
                List.of(
                        Hour.of("ticket", 1, 0, 0, 0),
                        Hour.of("ride", 3, 0, 0, 0),
                        Hour.of("lost", 100, 0, 0, 0));

        assertThat(value(GOAL, hours)).isEqualTo((30 + 3 * -2.5) / 4);
    }

    @Test
    void withoutFeedbackThereIsNoFigure() {
        assertThat(value(Formulas.NET_SENTIMENT, List.of())).isNaN();
        assertThat(value(GOAL, List.of(Hour.of("lost", 1, 1, 1, 1)))).isNaN();
    }

    private static double value(String formula, List<Hour> hours) {
        Map<String, ObjectNode> columns = FormulaColumns.expand("f", "f", formula, "at", null);
        return column(columns, columns.get("f").path("references").path(0).asText(), hours);
    }

    private static double column(Map<String, ObjectNode> columns, String id, List<Hour> hours) {
        ObjectNode column = columns.get(id);
        if (column.path("operationType").asText().equals("math")) {
            return tree(columns, column.at("/params/tinymathAst"), hours);
        }
        String query = column.at("/filter/query").asText();
        return hours.stream()
                .filter(hour -> query.isEmpty() || query.equals("stage: \"" + hour.stage() + "\""))
                .mapToInt(hour -> hour.sums().get(column.path("sourceField").asText()))
                .sum();
    }

    private static double tree(Map<String, ObjectNode> columns, JsonNode tree, List<Hour> hours) {
        if (tree.isNumber()) {
            return tree.asDouble();
        }
        if (tree.isTextual()) {
            return column(columns, tree.textValue(), hours);
        }
        double left = tree(columns, tree.path("args").path(0), hours);
        double right = tree(columns, tree.path("args").path(1), hours);
        return switch (tree.path("name").asText()) {
            case "add" -> left + right;
            case "subtract" -> left - right;
            case "multiply" -> left * right;
            case "divide" -> left / right;
            default -> throw new AssertionError(tree);
        };
    }
}
