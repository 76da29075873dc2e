package io.throughline.stack.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an object names is there, or is said to be brought by the user or an operator. */
class ReferencesTest {

    static List<Manifests> all() {
        return Manifests.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void secretsAndTheirKeysAreListed(Manifests manifests) {
        Map<String, Set<String>> listed = Secrets.listed();
        for (Secrets.Key used : Secrets.used(manifests)) {
            assertThat(listed).as(used.by()).containsKey(used.secret());
            if (used.key() != null) {
                assertThat(listed.get(used.secret())).as(used.by()).contains(used.key());
            }
        }
    }

    @Test
    void noSecretIsListedThatNobodyUses() {
        Set<String> used = new TreeSet<>();
        for (Manifests manifests : Manifests.all()) {
            Secrets.used(manifests).forEach(key -> used.add(key.secret()));
        }
        assertThat(Secrets.listed().keySet()).isEqualTo(used);
    }

    @ParameterizedTest
    @MethodSource("all")
    void mountsHaveVolumesAndVolumesHaveASource(Manifests manifests) {
        for (Pod pod : manifests.pods()) {
            Set<String> volumes = new TreeSet<>();
            for (JsonNode volume : pod.spec().path("volumes")) {
                volumes.add(volume.path("name").asText());
                if (volume.has("configMap")) {
                    assertThat(manifests.names("ConfigMap"))
                            .contains(volume.at("/configMap/name").asText());
                }
                if (volume.has("persistentVolumeClaim")) {
                    assertThat(manifests.names("PersistentVolumeClaim"))
                            .contains(volume.at("/persistentVolumeClaim/claimName").asText());
                }
            }
            Set<String> mounted = new TreeSet<>();
            pod.containers()
                    .flatMap(container -> Pod.stream(container.path("volumeMounts")))
                    .forEach(mount -> mounted.add(mount.path("name").asText()));
            assertThat(mounted).as(pod.title()).isEqualTo(volumes);
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void claimsAreUsed(Manifests manifests) {
        List<String> used =
                manifests.pods().stream()
                        .flatMap(pod -> Pod.stream(pod.spec().path("volumes")))
                        .map(volume -> volume.at("/persistentVolumeClaim/claimName").asText())
                        .toList();
        assertThat(used).containsAll(manifests.names("PersistentVolumeClaim"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void accountsAreThereAndHaveTheirRole(Manifests manifests) {
        List<String> accounts = manifests.names("ServiceAccount");
        Set<String> used = new TreeSet<>();
        manifests
                .kind("FlinkDeployment")
                .forEach(job -> used.add(job.at("/spec/serviceAccount").asText()));
        manifests.pods().stream()
                .map(pod -> pod.spec().path("serviceAccountName"))
                .filter(JsonNode::isTextual)
                .forEach(name -> used.add(name.asText()));

        assertThat(used).containsExactlyInAnyOrderElementsOf(accounts);
        manifests
                .kind("RoleBinding")
                .forEach(
                        binding -> {
                            assertThat(manifests.names("Role"))
                                    .contains(binding.at("/roleRef/name").asText());
                            assertThat(accounts).contains(binding.at("/subjects/0/name").asText());
                            assertThat(binding.at("/subjects/0/namespace"))
                                    .isEqualTo(binding.at("/metadata/namespace"));
                        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void selectorsFindPodsAndPortsHaveNames(Manifests manifests) {
        manifests
                .kind("Deployment")
                .forEach(
                        deployment ->
                                assertThat(labels(deployment.at("/spec/template/metadata/labels")))
                                        .containsAllEntriesOf(
                                                labels(
                                                        deployment.at(
                                                                "/spec/selector/matchLabels"))));
        manifests
                .kind("Service")
                .forEach(
                        service -> {
                            List<Pod> pods = selected(manifests, service.at("/spec/selector"));
                            assertThat(pods).as(Manifests.title(service)).hasSize(1);
                            for (JsonNode port : service.at("/spec/ports")) {
                                assertThat(ports(pods.get(0)))
                                        .contains(port.path("targetPort").asText());
                            }
                        });
        for (Pod pod : manifests.pods()) {
            pod.containers()
                    .flatMap(
                            container ->
                                    Stream.of("startupProbe", "livenessProbe", "readinessProbe")
                                            .map(container::path))
                    .filter(JsonNode::isObject)
                    .forEach(
                            probe ->
                                    assertThat(ports(pod))
                                            .contains(probe.at("/httpGet/port").asText()));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void ingressesReachAService(Manifests manifests) {
        manifests
                .kind("Ingress")
                .flatMap(ingress -> ingress.findValues("backend").stream())
                .map(backend -> backend.path("service"))
                .forEach(
                        named -> {
                            JsonNode service =
                                    manifests.named("Service", named.path("name").asText());
                            assertThat(Pod.stream(service.at("/spec/ports")))
                                    .extracting(port -> port.path("name"))
                                    .contains(named.at("/port/name"));
                        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void monitorsFindPodsWithThePort(Manifests manifests) {
        manifests
                .kind("PodMonitor")
                .forEach(
                        monitor -> {
                            List<Pod> pods =
                                    manifests.pods().stream()
                                            .filter(
                                                    pod ->
                                                            Selector.matches(
                                                                    monitor.at("/spec/selector"),
                                                                    pod.labels()))
                                            .toList();
                            assertThat(pods).as(Manifests.title(monitor)).isNotEmpty();
                            for (JsonNode endpoint : monitor.at("/spec/podMetricsEndpoints")) {
                                for (Pod pod : pods) {
                                    assertThat(ports(pod))
                                            .as(Manifests.title(monitor) + " " + pod)
                                            .contains(endpoint.path("port").asText());
                                }
                            }
                        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void operatorsFindWhatBelongsTogether(Manifests manifests) {
        Stream.of("KafkaNodePool", "KafkaTopic", "KafkaUser")
                .flatMap(manifests::kind)
                .forEach(
                        object ->
                                assertThat(manifests.names("Kafka"))
                                        .as(Manifests.title(object))
                                        .contains(
                                                object.at("/metadata/labels/strimzi.io~1cluster")
                                                        .asText()));
        manifests
                .kind("Kibana")
                .forEach(
                        kibana -> {
                            JsonNode search =
                                    manifests.named(
                                            "Elasticsearch",
                                            kibana.at("/spec/elasticsearchRef/name").asText());
                            assertThat(kibana.at("/spec/version"))
                                    .isEqualTo(search.at("/spec/version"));
                        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyPartIsOfOneImage(Manifests manifests) {
        Set<String> images = new TreeSet<>();
        manifests
                .kind("FlinkDeployment")
                .forEach(job -> images.add(job.at("/spec/image").asText()));
        manifests.pods().stream()
                .flatMap(Pod::containers)
                .map(container -> container.path("image"))
                .filter(JsonNode::isTextual)
                .forEach(image -> images.add(image.asText()));

        assertThat(images).hasSize(1);
        assertThat(images.iterator().next()).matches("(.+/)?throughline:[0-9].+");
    }

    private static List<Pod> selected(Manifests manifests, JsonNode matchLabels) {
        return manifests.pods().stream()
                .filter(pod -> pod.labels().entrySet().containsAll(labels(matchLabels).entrySet()))
                .toList();
    }

    private static Map<String, String> labels(JsonNode labels) {
        return Yamls.JSON.convertValue(labels, Selector.LABELS);
    }

    private static List<String> ports(Pod pod) {
        List<String> names = new ArrayList<>();
        pod.containers()
                .flatMap(container -> Pod.stream(container.path("ports")))
                .forEach(port -> names.add(port.path("name").asText()));
        return names;
    }
}
