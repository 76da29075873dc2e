package io.throughline.local.provision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.ShippedJourneys;
import io.throughline.kibana.SavedObject;
import io.throughline.kibana.api.KibanaClient;
import io.throughline.kibana.api.KibanaException;
import io.throughline.kibana.api.KibanaSettings;
import io.throughline.kibana.assets.KibanaAssets;
import io.throughline.kibana.rules.KibanaRule;
import io.throughline.kibana.rules.KibanaRules;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KibanaPlanTest {

    private static final JourneyMap MAP = ShippedJourneys.find("insurance").orElseThrow();
    private static final List<SavedObject> OBJECTS = KibanaAssets.of(MAP);
    private static final List<KibanaRule> RULES = KibanaRules.of(MAP);

    private final FakeKibana kibana = new FakeKibana();

    @AfterEach
    void close() {
        kibana.close();
    }

    @Test
    void putsAllInPlaceAndNothingTheSecondTime() {
        plan().apply();
        assertThat(kibana.objects).hasSize(OBJECTS.size());
        assertThat(kibana.rules).hasSize(RULES.size());
        int before = kibana.changes.size();

        Plan again = plan();
        again.apply();

        assertThat(again.changes()).isZero();
        assertThat(kibana.changes).hasSize(before);
    }

    @Test
    void importsWhatDiffersAloneAndNamesTheField() {
        plan().apply();
        kibana.changes.clear();
        SavedObject view =
                OBJECTS.stream()
                        .filter(object -> object.type().equals("index-pattern"))
                        .findFirst()
                        .orElseThrow();
        ObjectNode kept = kibana.objects.get("index-pattern " + view.id());
        ((ObjectNode) kept.path("attributes")).put("title", "changed-by-hand");

        Plan plan = plan();
        plan.apply();

        assertThat(PlanText.of(plan)).contains("~ title: changed-by-hand → ");
        assertThat(kibana.changes).containsExactly("import index-pattern " + view.id());
    }

    @Test
    void aRuleKeepsItsActionsAndWhetherItRuns() throws Exception {
        plan().apply();
        ObjectNode rule = kibana.rules.get(RULES.get(0).id());
        rule.put("enabled", false).put("name", "renamed");
        rule.set(
                "actions",
                new ObjectMapper()
                        .readTree(
                                "[{\"id\": \"c\", \"group\": \"query matched\", \"params\": {},"
                                        + " \"connector_type_id\": \".index\"}]"));

        plan().apply();

        assertThat(rule.path("name")).isEqualTo(RULES.get(0).body().path("name"));
        assertThat(rule.path("enabled").asBoolean()).isFalse();
        assertThat(rule.at("/actions/0/id").asText()).isEqualTo("c");
        assertThat(plan().changes()).isZero();
    }

    @Test
    void worksInASpaceWithAKey() {
        kibana.space = "/s/claims";
        kibana.key = "a2V5";
        Plan plan = KibanaPlan.of(client("claims", Optional.of("ApiKey a2V5")), OBJECTS, RULES);
        assertThat(plan.changes()).isEqualTo(OBJECTS.size() + RULES.size());

        assertThatThrownBy(() -> client("claims", Optional.of("ApiKey other")).version())
                .isInstanceOf(KibanaException.class)
                .hasMessageContaining("does not know these credentials");
        assertThatThrownBy(() -> client("none", Optional.of("ApiKey a2V5")).version())
                .hasMessageContaining("check the address, its base path and that the space exists");
    }

    @Test
    void tellsWhatIsForbiddenNotReadyOrTooOld() {
        kibana.refuses = 403;
        assertThatThrownBy(this::plan)
                .isInstanceOf(KibanaException.class)
                .hasMessageContaining("forbids these credentials to export saved objects")
                .hasMessageContaining("--privileges");
        kibana.refuses = 503;
        assertThatThrownBy(this::plan).hasMessageContaining("not ready (503)");
        kibana.version = "8.12.0";
        assertThatThrownBy(() -> KibanaServer.check(client("default", Optional.empty())))
                .isInstanceOf(ProvisionException.class)
                .hasMessageContaining("8.19 and newer");
        kibana.close();
        assertThatThrownBy(this::plan).hasMessageContaining("Kibana does not answer at 127.0.0.1:");
    }

    @Test
    void tellsWhichObjectsKibanaDidNotTake() {
        SavedObject panel =
                OBJECTS.stream()
                        .filter(
                                object ->
                                        object.references().stream()
                                                .anyMatch(r -> r.type().equals("index-pattern")))
                        .findFirst()
                        .orElseThrow();

        Plan.Failure failure =
                KibanaPlan.of(client("default", Optional.empty()), List.of(panel), List.of())
                        .apply()
                        .orElseThrow();

        String view =
                panel.references().stream()
                        .filter(r -> r.type().equals("index-pattern"))
                        .findFirst()
                        .orElseThrow()
                        .id();
        assertThat(failure.step().name()).startsWith(panel.id());
        assertThat(failure.cause())
                .isInstanceOf(KibanaException.class)
                .hasMessageContaining(panel.id())
                .hasMessageContaining("missing_references: there is no index-pattern " + view);
    }

    @Test
    void rulesAreSpokenOfByTheirNames() {
        KibanaRule rule = RULES.get(0);
        KibanaClient client = client("default", Optional.empty());
        kibana.rules.put(rule.id(), rule.body());
        String name = rule.body().path("name").asText();

        assertThatThrownBy(() -> client.createRule(rule.id(), rule.body()))
                .hasMessageContaining("the rule '" + name + "' is in another space");
        assertThatThrownBy(() -> client.createRule("1", rule.body()))
                .hasMessageContaining("to create the rule '" + name + "' (400)");
        assertThatThrownBy(() -> client.updateRule(rule.id(), rule.body()))
                .hasMessageContaining("to change the rule '" + name + "' (400)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "9", "99999999999.1.0"})
    void aVersionThatIsNoneIsToldSo(String version) {
        kibana.version = version;

        assertThatThrownBy(() -> KibanaServer.check(client("default", Optional.empty())))
                .isInstanceOf(ProvisionException.class)
                .hasMessageContaining("calls itself version '" + version + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.19.0", "9.0.0-SNAPSHOT", "10.2"})
    void versionsThatSuitAreTaken(String version) {
        kibana.version = version;

        KibanaServer.check(client("default", Optional.empty()));
    }

    private Plan plan() {
        return KibanaPlan.of(client("default", Optional.empty()), OBJECTS, RULES);
    }

    private KibanaClient client(String space, Optional<String> authorization) {
        return new KibanaClient(
                new KibanaSettings(
                        URI.create(kibana.url()), authorization, space, Optional.empty()));
    }
}
