package io.throughline.kibana.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.document.IndexTemplates;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.Moment;
import io.throughline.journey.Stage;
import io.throughline.kibana.Json;
import io.throughline.kibana.SavedObject;
import io.throughline.kibana.SavedObjects;
import io.throughline.kibana.check.Checker;
import io.throughline.kibana.rules.KibanaRule;
import io.throughline.kibana.rules.KibanaRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stages are called, the objects are whole, and a name is words and nothing more. */
class HostileNamesTest {

    private static final Checker CHECKER = Checker.of(IndexTemplates.all());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"quoted\" and 'quoted' and \\ and \\\" and \\u0000",
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "[click](javascript:alert(1)) | two | columns |\n| --- |",
                "😡 où est mon colis 漢字 \u202Eback",
                "{{context.value}} ${env} %s stage: \"claim\" or not stage: *",
                "\uD83D",
                " ",
            })
    void objectsAndRulesCheckClean(String name) {
        JourneyMap map = named(name, name + "!");

        assertThat(CHECKER.check(KibanaAssets.of(map))).isEmpty();
        assertThat(CHECKER.checkRules(KibanaRules.of(map))).isEmpty();
        assertThat(SavedObjects.parse(SavedObjects.ndjson(KibanaAssets.of(map))))
                .isEqualTo(KibanaAssets.of(map));
    }

    @Test
    void veryLongNamesAreCutAndStagesStillToldApart() {
        JourneyMap map = named("very ".repeat(10_000) + "one", "very ".repeat(10_000) + "two");

        List<SavedObject> objects = KibanaAssets.of(map);

        assertThat(CHECKER.check(objects)).isEmpty();
        assertThat(SavedObjects.ndjson(objects).length()).isLessThan(300_000);
        for (KibanaRule rule : KibanaRules.of(map)) {
            assertThat(rule.body().path("name").asText().length()).isLessThan(200);
        }
    }

    @Test
    void stagesOfTheSameNameAreToldApartByTheirIds() {
        assertThat(new Stages(named("Help", "Help")).labels().values())
                .containsExactly("Help", "Help (stage-2)");
    }

    @Test
    void htmlAndMarkdownOfANameAreEscapedInMarkdown() {
        String markdown = Moments.markdown(new Stages(named("<b>*x*|y</b>", "plain")));

        assertThat(markdown).doesNotContain("<b>").contains("\\<b\\>\\*x\\*\\|y");
        assertThat(markdown.lines()).hasSize(4);
        assertThat(markdown.lines().map(line -> line.replace("\\|", "").split("\\|", -1).length))
                .containsOnly(7);
    }

    @Test
    void aMomentIsAskedForByItsConditionsWhateverTheySay() {
        Moment moment =
                new Moment(
                        "third",
                        "count",
                        Map.of(
                                "touchpoint", "the \"till\"",
                                "role", "customer",
                                "channel", "mobile",
                                "reaches", "3"));
        Stage stage =
                new Stage(
                        "pay",
                        "Paying",
                        1,
                        "x",
                        List.of(),
                        null,
                        List.of("example"),
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of(moment));

        assertThat(Moments.filters(new Stages(new JourneyMap("shop", 1, List.of(stage)))))
                .extracting(filter -> filter.at("/input/query").asText())
                .containsExactly(
                        "stage: \"pay\" and channel: \"mobile\" and author.role: \"customer\""
                                + " and touchpoint: \"the \\\"till\\\"\"");
    }

    @Test
    void moreStagesThanFitIntoARowMakeEvenRows() {
        List<Stage> stages = new ArrayList<>();
        for (int i = 1; i <= 13; i++) {
            stages.add(stage("stage-" + i, "Stage " + i, i));
        }
        List<SavedObject> objects = KibanaAssets.of(new JourneyMap("many", 1, stages));
        JsonNode panels =
                Json.parse(
                        objects.stream()
                                .filter(object -> object.id().endsWith("-now"))
                                .findFirst()
                                .orElseThrow()
                                .attributes()
                                .path("panelsJSON")
                                .asText());

        assertThat(CHECKER.check(objects)).isEmpty();
        assertThat(panels.get(1).at("/gridData/w").asInt()).isEqualTo(6);
        assertThat(panels.get(8).at("/gridData/x").asInt()).isZero();
    }

    private static JourneyMap named(String one, String other) {
        return new JourneyMap(
                "test", 1, List.of(stage("stage-1", one, 1), stage("stage-2", other, 2)));
    }

    private static Stage stage(String id, String name, int order) {
        return new Stage(
                id,
                name,
                order,
                name,
                List.of(name),
                10.0,
                List.of("example"),
                List.of(),
                List.of(),
                Map.of(),
                List.of(new Moment("moment", "first", Map.of("touchpoint", name))));
    }
}
