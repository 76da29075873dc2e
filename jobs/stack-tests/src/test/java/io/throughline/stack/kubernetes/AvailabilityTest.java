package io.throughline.stack.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Replicas, autoscalers and disruption budgets fit each other. */
class AvailabilityTest {

    private static final Manifests PRODUCTION = Manifests.of("overlays/production");

    static List<Manifests> all() {
        return Manifests.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void aBudgetLeavesRoomForAPodToGo(Manifests manifests) {
        manifests
                .kind("PodDisruptionBudget")
                .forEach(
                        budget -> {
                            JsonNode deployment =
                                    manifests
                                            .kind("Deployment")
                                            .filter(
                                                    each ->
                                                            Selector.matches(
                                                                    budget.at("/spec/selector"),
                                                                    labels(each)))
                                            .findFirst()
                                            .orElseThrow();
                            assertThat(budget.at("/spec/minAvailable").asInt())
                                    .as(Manifests.title(budget))
                                    .isPositive()
                                    .isLessThan(leastReplicas(manifests, deployment));
                        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void anAutoscalersDeploymentDoesNotSayItsReplicas(Manifests manifests) {
        manifests
                .kind("HorizontalPodAutoscaler")
                .forEach(
                        scaler -> {
                            JsonNode target = scaler.at("/spec/scaleTargetRef");
                            JsonNode deployment =
                                    manifests.named(
                                            target.path("kind").asText(),
                                            target.path("name").asText());
                            assertThat(deployment.path("spec").has("replicas")).isFalse();
                            assertThat(deployment.path("apiVersion"))
                                    .isEqualTo(target.path("apiVersion"));
                        });
    }

    @Test
    void productionSurvivesTheLossOfANode() {
        assertThat(PRODUCTION.named("KafkaNodePool", "controller").at("/spec/replicas").asInt())
                .isGreaterThanOrEqualTo(3);
        assertThat(PRODUCTION.named("KafkaNodePool", "broker").at("/spec/replicas").asInt())
                .isGreaterThanOrEqualTo(3);
        assertThat(
                        PRODUCTION
                                .named("Elasticsearch", "throughline")
                                .at("/spec/nodeSets/0/count")
                                .asInt())
                .isGreaterThanOrEqualTo(3);
        assertThat(PRODUCTION.kind("FlinkDeployment"))
                .allMatch(job -> job.at("/spec/jobManager/replicas").asInt() >= 2);
        for (String name : List.of("throughline-gateway", "throughline-console")) {
            assertThat(leastReplicas(PRODUCTION, PRODUCTION.named("Deployment", name)))
                    .isGreaterThanOrEqualTo(2);
            assertThat(PRODUCTION.names("PodDisruptionBudget")).contains(name);
        }
    }

    @Test
    void devIsSmall() {
        Manifests dev = Manifests.of("overlays/dev");
        assertThat(dev.kind("KafkaNodePool")).allMatch(p -> p.at("/spec/replicas").asInt() == 1);
        assertThat(dev.kind("Deployment")).allMatch(d -> d.at("/spec/replicas").asInt() == 1);
        assertThat(dev.named("Elasticsearch", "throughline").at("/spec/nodeSets/0/count").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void oneProcessTellsReceivers(Manifests manifests) {
        JsonNode notify = manifests.named("Deployment", "throughline-notify");

        assertThat(notify.at("/spec/replicas").asInt()).isEqualTo(1);
        assertThat(notify.at("/spec/strategy/type").asText()).isEqualTo("Recreate");
    }

    @ParameterizedTest
    @MethodSource("all")
    void whatIsUnderWayHasTimeToEnd(Manifests manifests) {
        manifests
                .kind("Deployment")
                .forEach(
                        deployment ->
                                assertThat(
                                                deployment
                                                        .at(
                                                                "/spec/template/spec/terminationGracePeriodSeconds")
                                                        .asInt())
                                        .as("requests and messages end within 25 s")
                                        .isGreaterThan(25));
    }

    private static int leastReplicas(Manifests manifests, JsonNode deployment) {
        return manifests
                .kind("HorizontalPodAutoscaler")
                .filter(
                        scaler ->
                                scaler.at("/spec/scaleTargetRef/name")
                                        .equals(deployment.at("/metadata/name")))
                .findFirst()
                .map(scaler -> scaler.at("/spec/minReplicas").asInt())
                .orElse(deployment.at("/spec/replicas").asInt());
    }

    private static java.util.Map<String, String> labels(JsonNode deployment) {
        return Yamls.JSON.convertValue(
                deployment.at("/spec/template/metadata/labels"), Selector.LABELS);
    }
}
