package io.throughline.stack.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The namespace enforces the restricted pod security standard, and every pod keeps it: of the
 * objects that make pods, those of operators included as far as they say what the pod is like.
 */
class PodSecurityTest {

    static List<Manifests> all() {
        return Manifests.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void theNamespaceEnforcesTheRestrictedStandard(Manifests manifests) {
        JsonNode labels = manifests.named("Namespace", "throughline").at("/metadata/labels");

        assertThat(labels.path("pod-security.kubernetes.io/enforce").asText())
                .isEqualTo("restricted");
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPodKeepsTheRestrictedStandard(Manifests manifests) {
        assertThat(manifests.pods()).hasSizeGreaterThanOrEqualTo(9);
        for (Pod pod : manifests.pods()) {
            assertThat(violations(pod.spec())).as(pod.title()).isEmpty();
        }
        for (JsonNode kafka : manifests.kind("Kafka").toList()) {
            for (String path : List.of("/spec/kafka/template", "/spec/entityOperator/template")) {
                assertThat(templateViolations(kafka.at(path))).as(path).isEmpty();
            }
        }
    }

    @Test
    void eachWordOfTheStandardIsNeeded() {
        for (Pod pod : Manifests.of("base").pods()) {
            for (String path :
                    List.of(
                            "/securityContext runAsNonRoot",
                            "/securityContext seccompProfile",
                            "/containers/0/securityContext allowPrivilegeEscalation",
                            "/containers/0/securityContext capabilities")) {
                String[] place = path.split(" ");
                JsonNode spec = pod.spec().deepCopy();
                ((ObjectNode) spec.at(place[0])).remove(place[1]);
                assertThat(violations(spec)).as(pod + " " + path).isNotEmpty();
            }
            JsonNode spec = pod.spec().deepCopy();
            ((ObjectNode) spec).put("hostNetwork", true);
            assertThat(violations(spec)).as(pod.title()).isNotEmpty();
        }
    }

    /** A new volume belongs to root; without a group of the pod no other user may write into it. */
    @ParameterizedTest
    @MethodSource("all")
    void whoKeepsAVolumeMayWriteIntoIt(Manifests manifests) {
        Map<String, JsonNode> keepers = new TreeMap<>();
        manifests.pods().stream()
                .filter(
                        pod ->
                                pod.owner().findValue("volumeClaimTemplates") != null
                                        || pod.spec().findValue("persistentVolumeClaim") != null)
                .forEach(pod -> keepers.put(pod.title(), pod.spec()));
        manifests
                .kind("Kafka")
                .forEach(
                        kafka ->
                                keepers.put(
                                        Manifests.title(kafka),
                                        kafka.at("/spec/kafka/template/pod")));

        assertThat(keepers).containsKeys("Kafka throughline", "Elasticsearch throughline");
        keepers.forEach(
                (title, spec) ->
                        assertThat(spec.at("/securityContext/fsGroup").isInt()).as(title).isTrue());
    }

    @ParameterizedTest
    @MethodSource("all")
    void tokensOfAccountsAreMountedByTheJobsAlone(Manifests manifests) {
        manifests
                .kind("ServiceAccount")
                .forEach(
                        account ->
                                assertThat(account.path("automountServiceAccountToken"))
                                        .as(Manifests.title(account))
                                        .hasToString("false"));
        for (Pod pod : manifests.pods()) {
            boolean job = pod.owner().path("kind").asText().equals("FlinkDeployment");
            assertThat(pod.spec().path("automountServiceAccountToken"))
                    .as(pod.title())
                    .hasToString(Boolean.toString(job));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void ourServicesCannotWriteIntoTheirImage(Manifests manifests) {
        for (Pod pod : manifests.pods()) {
            if (List.of("Deployment", "Job").contains(pod.owner().path("kind").asText())) {
                assertThat(pod.containers())
                        .as(pod.title())
                        .allMatch(
                                container ->
                                        container
                                                .at("/securityContext/readOnlyRootFilesystem")
                                                .asBoolean());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyContainerAsksForWhatItNeedsAndHasALimitOfMemory(Manifests manifests) {
        for (Pod pod : manifests.pods()) {
            if (!pod.owner().path("kind").asText().equals("FlinkDeployment")) {
                pod.containers().forEach(each -> sized(pod.title(), each.path("resources")));
            }
        }
        manifests
                .kind("KafkaNodePool")
                .forEach(pool -> sized(Manifests.title(pool), pool.at("/spec/resources")));
        manifests
                .kind("Kafka")
                .flatMap(kafka -> kafka.at("/spec/entityOperator").findValues("resources").stream())
                .forEach(resources -> sized("entity operator", resources));
        manifests
                .kind("FlinkDeployment")
                .forEach(
                        job -> {
                            for (String part : List.of("jobManager", "taskManager")) {
                                JsonNode resource = job.path("spec").path(part).path("resource");
                                assertThat(resource.path("memory").isTextual()).isTrue();
                                assertThat(resource.path("cpu").asDouble()).isPositive();
                            }
                        });
    }

    private static void sized(String title, JsonNode resources) {
        assertThat(resources.at("/requests/cpu").isTextual()).as(title).isTrue();
        assertThat(resources.at("/limits/memory").asText())
                .as(title)
                .isNotEmpty()
                .isEqualTo(resources.at("/requests/memory").asText());
    }

    private static List<String> templateViolations(JsonNode template) {
        List<String> violations = new ArrayList<>();
        template.fields()
                .forEachRemaining(
                        part -> {
                            JsonNode context = part.getValue().path("securityContext");
                            if (part.getKey().endsWith("Container")) {
                                container(part.getKey(), context, violations);
                            } else if (part.getKey().equals("pod")) {
                                pod(context, violations);
                            }
                        });
        return violations;
    }

    /** The restricted standard, without what needs no word where it is not asked for. */
    static List<String> violations(JsonNode spec) {
        List<String> violations = new ArrayList<>();
        pod(spec.path("securityContext"), violations);
        for (String host : List.of("hostNetwork", "hostPID", "hostIPC", "hostUsers")) {
            if (spec.path(host).asBoolean()) {
                violations.add(host);
            }
        }
        for (JsonNode volume : spec.path("volumes")) {
            if (volume.has("hostPath")) {
                violations.add("hostPath");
            }
        }
        for (String kind : List.of("initContainers", "containers")) {
            for (JsonNode container : spec.path(kind)) {
                container(
                        container.path("name").asText(),
                        container.path("securityContext"),
                        violations);
                for (JsonNode port : container.path("ports")) {
                    if (port.has("hostPort")) {
                        violations.add("hostPort");
                    }
                }
            }
        }
        return violations;
    }

    private static void pod(JsonNode context, List<String> violations) {
        if (!context.path("runAsNonRoot").asBoolean()) {
            violations.add("runAsNonRoot");
        }
        if (!context.at("/seccompProfile/type").asText().equals("RuntimeDefault")) {
            violations.add("seccompProfile");
        }
        if (context.path("runAsUser").asInt(1) == 0) {
            violations.add("runAsUser");
        }
    }

    private static void container(String name, JsonNode context, List<String> violations) {
        if (context.path("allowPrivilegeEscalation").asBoolean(true)) {
            violations.add(name + " allowPrivilegeEscalation");
        }
        if (Pod.stream(context.at("/capabilities/drop")).noneMatch(d -> d.asText().equals("ALL"))) {
            violations.add(name + " capabilities");
        }
        if (context.path("privileged").asBoolean() || context.at("/capabilities/add").size() > 0) {
            violations.add(name + " privileged");
        }
        if (!context.path("runAsNonRoot").asBoolean(true)) {
            violations.add(name + " runAsNonRoot");
        }
    }
}
