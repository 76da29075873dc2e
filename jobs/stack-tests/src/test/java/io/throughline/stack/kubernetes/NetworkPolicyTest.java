package io.throughline.stack.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.stack.kubernetes.NetworkPolicies.End;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The policies allow each connection that the configuration names, and none that it does not. */
class NetworkPolicyTest {

    /** Of Strimzi's pods, which no object here has a template of. */
    static final End KAFKA =
            End.pod(
                    Map.of(
                            "strimzi.io/cluster", "throughline",
                            "strimzi.io/name", "throughline-kafka"));

    private static final End ENTITY_OPERATOR =
            End.pod(
                    Map.of(
                            "strimzi.io/cluster", "throughline",
                            "strimzi.io/name", "throughline-entity-operator"));

    /** A connection, and whether it has to work. */
    record Connection(String from, String to, int port, boolean wanted) {}

    static List<Manifests> all() {
        return Manifests.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachConnectionThatIsNeededWorksAndNoOther(Manifests manifests) {
        Map<String, End> ends = ends(manifests);
        NetworkPolicies policies = policies(manifests);
        for (Connection connection : connections(manifests)) {
            assertThat(
                            policies.allow(
                                    ends.get(connection.from()),
                                    ends.get(connection.to()),
                                    connection.port(),
                                    "TCP"))
                    .as(connection.toString())
                    .isEqualTo(connection.wanted());
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void everybodyMayAskForNames(Manifests manifests) {
        NetworkPolicies policies = policies(manifests);
        End names = new End("kube-system", Map.of("k8s-app", "kube-dns"));
        ends(manifests)
                .values()
                .forEach(
                        end -> {
                            assertThat(policies.allow(end, names, 53, "UDP")).isTrue();
                            assertThat(policies.allow(end, names, 53, "TCP")).isTrue();
                        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void aPodThatNobodyNamedReachesNobody(Manifests manifests) {
        NetworkPolicies policies = policies(manifests);
        End stranger = End.pod(Map.of("app", "stranger"));
        ends(manifests)
                .forEach(
                        (title, end) -> {
                            if ("throughline".equals(end.namespace())) {
                                for (int port : List.of(9093, 9200, 5601, 8080, 8081, 9249)) {
                                    assertThat(policies.allow(stranger, end, port, "TCP"))
                                            .as(title + " " + port)
                                            .isFalse();
                                }
                            }
                        });
        assertThat(policies.allow(stranger, End.outside(), 443, "TCP")).isFalse();
    }

    @Test
    void eachPolicyIsNeeded() {
        Manifests manifests = Manifests.of("base");
        List<JsonNode> policies = manifests.kind("NetworkPolicy").toList();
        Map<String, End> ends = ends(manifests);
        End names = new End("kube-system", Map.of("k8s-app", "kube-dns"));
        for (JsonNode policy : policies) {
            List<JsonNode> others = new ArrayList<>(policies);
            others.remove(policy);
            NetworkPolicies left = new NetworkPolicies(others);
            boolean same =
                    connections(manifests).stream()
                                    .allMatch(
                                            c ->
                                                    left.allow(
                                                                    ends.get(c.from()),
                                                                    ends.get(c.to()),
                                                                    c.port(),
                                                                    "TCP")
                                                            == c.wanted())
                            && left.allow(
                                    ends.get("Deployment throughline-notify"), names, 53, "UDP")
                            && !left.allow(
                                    End.pod(Map.of("app", "stranger")),
                                    End.pod(Map.of("app", "other")),
                                    80,
                                    "TCP");
            assertThat(same).as(Manifests.title(policy)).isFalse();
        }
    }

    @Test
    void theListenerAsksForTheSameClients() {
        JsonNode kafka = Manifests.of("base").named("Kafka", "throughline");

        assertThat(kafka.at("/spec/kafka/listeners/0/networkPolicyPeers/0/podSelector/matchLabels"))
                .hasToString("{\"throughline.io/uses-kafka\":\"true\"}");
    }

    private static NetworkPolicies policies(Manifests manifests) {
        return new NetworkPolicies(manifests.kind("NetworkPolicy").toList());
    }

    private static List<Connection> connections(Manifests manifests) {
        JsonNode configuration = configuration(manifests);
        int kafka = port(configuration.at("/kafka/bootstrapServers").asText());
        int search = URI.create(configuration.at("/elasticsearch/hosts/0").asText()).getPort();
        List<Connection> connections = new ArrayList<>();
        for (Pod pod : manifests.pods()) {
            String from = pod.title();
            boolean job = from.startsWith("FlinkDeployment");
            connections.add(new Connection(from, "kafka", kafka, uses(pod, "KAFKA_JAAS")));
            boolean searches =
                    mounts(pod, "elasticsearch-ca")
                            || from.startsWith("Kibana")
                            || from.startsWith("Elasticsearch");
            connections.add(new Connection(from, "Elasticsearch throughline", search, searches));
            connections.add(
                    new Connection(from, "Kibana throughline", 5601, mounts(pod, "kibana-ca")));
            connections.add(
                    new Connection(
                            from,
                            "outside",
                            587,
                            from.endsWith("-ingest") || from.endsWith("-notify")));
            connections.add(new Connection(from, "outside", 443, job || from.endsWith("-notify")));
            boolean minikube = manifests.name().equals("overlays/dev");
            connections.add(new Connection(from, "outside", 6443, job));
            connections.add(new Connection(from, "outside", 8443, job && minikube));
            for (String other : List.of("ingest", "tagging", "signals")) {
                String to = "FlinkDeployment throughline-" + other;
                for (int port : List.of(6121, 6122, 6123, 6124)) {
                    connections.add(new Connection(from, to, port, from.equals(to)));
                }
            }
            connections.add(new Connection("operator", from, 8081, job));
            connections.add(new Connection("prometheus", from, 9249, job));
            pod.containers()
                    .flatMap(container -> Pod.stream(container.path("ports")))
                    .filter(port -> port.path("name").asText().equals("http"))
                    .forEach(
                            port -> {
                                int number = port.path("containerPort").asInt();
                                boolean told = !from.endsWith("-notify");
                                connections.add(new Connection("prometheus", from, number, true));
                                connections.add(new Connection("ingress", from, number, told));
                            });
        }
        connections.add(new Connection("ingress", "Kibana throughline", 5601, true));
        connections.add(new Connection("ingress", "Elasticsearch throughline", 9200, false));
        connections.add(new Connection("ingress", "kafka", kafka, false));
        connections.add(new Connection("kafka", "kafka", 9090, true));
        connections.add(new Connection("kafka", "kafka", 9091, true));
        connections.add(new Connection("entity operator", "kafka", 9091, true));
        connections.add(new Connection("entity operator", "outside", 443, true));
        connections.add(
                new Connection(
                        "entity operator", "outside", 8443, manifests.name().endsWith("/dev")));
        connections.add(new Connection("strimzi", "kafka", 9091, true));
        connections.add(new Connection("eck", "Elasticsearch throughline", 9200, true));
        connections.add(
                new Connection(
                        "Elasticsearch throughline", "Elasticsearch throughline", 9300, true));
        return connections;
    }

    private static Map<String, End> ends(Manifests manifests) {
        Map<String, End> ends = new HashMap<>();
        manifests.pods().forEach(pod -> ends.put(pod.title(), End.pod(pod.labels())));
        ends.put("kafka", KAFKA);
        ends.put("entity operator", ENTITY_OPERATOR);
        ends.put("outside", End.outside());
        ends.put("operator", new End("flink-operator", Map.of()));
        ends.put("prometheus", new End("monitoring", Map.of()));
        ends.put("ingress", new End("ingress-nginx", Map.of()));
        ends.put("strimzi", new End("strimzi", Map.of()));
        ends.put("eck", new End("elastic-system", Map.of()));
        return ends;
    }

    private static JsonNode configuration(Manifests manifests) {
        JsonNode map = manifests.named("ConfigMap", "throughline-config");
        return Yamls.documents(map.at("/data/throughline.yaml").asText()).get(0);
    }

    private static int port(String server) {
        return Integer.parseInt(server.substring(server.lastIndexOf(':') + 1));
    }

    private static boolean uses(Pod pod, String variable) {
        return pod.containers()
                .flatMap(container -> Pod.stream(container.path("env")))
                .anyMatch(entry -> entry.path("name").asText().equals(variable));
    }

    private static boolean mounts(Pod pod, String volume) {
        return Pod.stream(pod.spec().path("volumes"))
                .anyMatch(entry -> entry.path("name").asText().equals(volume));
    }
}
