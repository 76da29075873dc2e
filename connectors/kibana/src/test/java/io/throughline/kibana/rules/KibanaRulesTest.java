package io.throughline.kibana.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.document.IndexTemplates;
import io.throughline.journey.ShippedJourneys;
import io.throughline.kibana.Json;
import io.throughline.kibana.Maps;
import io.throughline.kibana.check.Checker;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class KibanaRulesTest {

    private static final List<String> SHIPPED = ShippedJourneys.NAMES;
    private static final Checker CHECKER = Checker.of(IndexTemplates.all());

    @ParameterizedTest
    @FieldSource("SHIPPED")
    void theRulesOfEveryShippedMapCheckClean(String name) {
        assertThat(CHECKER.checkRules(KibanaRules.of(ShippedJourneys.find(name).orElseThrow())))
                .isEmpty();
    }

    @Test
    void aRuleOfAStageCarriesItsOwner() {
        ObjectNode body = KibanaRules.of(Maps.tram()).get(1).body();

        assertThat(body.path("name").asText())
                .isEqualTo("Throughline: alert on On the tram (tram)");
        assertThat(body.path("tags"))
                .isEqualTo(Json.array("throughline", "tram", "ride", "operations"));
        assertThat(Json.parse(body.at("/params/esQuery").asText()))
                .isEqualTo(
                        Json.parse(
                                """
                                {"query": {"bool": {
                                  "filter": [{"term": {"journey": "tram"}}, {"term": {"stage": "ride"}}],
                                  "must_not": [{"exists": {"field": "resolvedAt"}}]}}}
                                """));
    }

    @Test
    void anAlertThatStaysOpenForYearsKeepsItsRuleActive() {
        ObjectNode params = (ObjectNode) KibanaRules.of(Maps.tram()).get(0).body().path("params");

        assertThat(params.path("timeWindowUnit").asText()).isEqualTo("d");
        assertThat(params.path("timeWindowSize").asInt()).isGreaterThanOrEqualTo(3_650);
    }

    @Test
    void theSameMapGivesTheSameRules() {
        assertThat(KibanaRules.of(Maps.tram())).isEqualTo(KibanaRules.of(Maps.tram()));
        assertThat(KibanaRules.of(Maps.tram())).hasSize(6);
    }

    @ParameterizedTest
    @CsvSource({
        "0, /params/timeField, no date",
        "0, /params/index/0, no template",
        "0, /params/searchType, none of",
        "0, /params/thresholdComparator, none of",
        "0, /params/timeWindowUnit, none of",
        "0, /rule_type_id, no type of rule",
        "0, /consumer, none of",
        "0, /schedule/interval, none",
        "3, /params/termField, grouped",
        "3, /params/timeField, no date",
        "4, /params/termField, grouped",
    })
    void whatIsWrongIsReported(int rule, String pointer, String problem) {
        ObjectNode body = KibanaRules.of(Maps.tram()).get(rule).body();
        change(body, pointer);

        assertThat(CHECKER.checkRules(List.of(new KibanaRule(id(rule), body))))
                .anyMatch(found -> found.what().contains(problem));
    }

    @ParameterizedTest
    @CsvSource({"0, journey", "0, stage", "0, resolvedAt", "4, health.state", "5, journey"})
    void everyFieldOfAQueryIsLookedUp(int rule, String field) {
        ObjectNode body = KibanaRules.of(Maps.tram()).get(rule).body();
        ObjectNode params = (ObjectNode) body.get("params");
        String query = params.path("esQuery").asText();
        params.put("esQuery", query.replace("\"" + field + "\"", "\"" + field + "x\""));

        assertThat(CHECKER.checkRules(List.of(new KibanaRule(id(rule), body))))
                .anyMatch(found -> found.what().contains("no field '" + field + "x'"));
    }

    @Test
    void keysThatKibanaDoesNotKnowAndKeysThatAreMissingAreReported() {
        ObjectNode body = KibanaRules.of(Maps.tram()).get(0).body();
        body.put("surprise", true);
        ((ObjectNode) body.get("params")).remove("size");

        assertThat(CHECKER.checkRules(List.of(new KibanaRule(id(0), body))))
                .extracting("what")
                .containsExactlyInAnyOrder("surprise is not taken", "params.size is missing");
    }

    @Test
    void anIdOfAnotherFormIsReported() {
        List<KibanaRule> rules = new ArrayList<>(KibanaRules.of(Maps.tram()));
        rules.add(new KibanaRule("throughline-rule", rules.get(0).body()));

        assertThat(CHECKER.checkRules(rules)).hasSize(1);
    }

    private static String id(int rule) {
        return KibanaRules.of(Maps.tram()).get(rule).id();
    }

    private static void change(ObjectNode body, String pointer) {
        int last = pointer.lastIndexOf('/');
        JsonNode parent = body.at(pointer.substring(0, last));
        String key = pointer.substring(last + 1);
        if (parent instanceof ObjectNode object) {
            object.put(key, object.path(key).asText() + "x");
        } else {
            ((ArrayNode) parent).set(0, "x");
        }
    }
}
