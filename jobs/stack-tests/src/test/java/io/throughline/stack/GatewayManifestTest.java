package io.throughline.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.local.gateway.PushGateway;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.config.ThroughlineConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The gateway's manifest fits the gateway, and its own parts fit each other. */
class GatewayManifestTest {

    private static final Path BASE = Path.of("../../k8s/base");
    private static final ObjectMapper JSON = new ObjectMapper();

    private JsonNode deployment;
    private JsonNode service;
    private JsonNode container;

    @BeforeEach
    void read() throws IOException {
        List<JsonNode> documents = documents();
        deployment = documents.get(0);
        service = documents.get(1);
        container = deployment.at("/spec/template/spec/containers/0");
    }

    @Test
    void isPartOfTheBase() throws IOException {
        assertThat(Files.readString(BASE.resolve("kustomization.yaml")))
                .contains("  - gateway.yaml\n")
                .contains("name: " + container.path("image").asText() + "\n");
        assertThat(deployment.path("kind").asText()).isEqualTo("Deployment");
        assertThat(service.path("kind").asText()).isEqualTo("Service");
    }

    @Test
    void startsTheCommandWithTheMountedConfiguration() throws ReflectiveOperationException {
        List<String> arguments = new ArrayList<>();
        container.path("args").forEach(argument -> arguments.add(argument.asText()));
        int main = arguments.indexOf("-cp") + 2;

        assertThat(Class.forName(arguments.get(main)).getMethod("main", String[].class))
                .isNotNull();
        assertThat(arguments.subList(main + 1, arguments.size()))
                .containsExactly(
                        "gateway",
                        "--config",
                        "/etc/throughline/throughline.yaml",
                        "--host",
                        "0.0.0.0",
                        "--port",
                        container.at("/ports/0/containerPort").asText());
        assertThat(mounts())
                .contains("config /etc/throughline")
                .allSatisfy(mount -> assertThat(volumes()).contains(mount.split(" ")[0]));
    }

    @Test
    void probesAskWhatTheGatewayAnswers() {
        for (String probe : List.of("startupProbe", "livenessProbe")) {
            assertThat(container.at("/" + probe + "/httpGet/path").asText()).isEqualTo("/health");
        }
        assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/ready");
        assertThat(container.at("/readinessProbe/timeoutSeconds").asInt())
                .as("longer than the two seconds that asking Kafka may take")
                .isGreaterThan(2);
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            assertThat(container.at("/" + probe + "/httpGet/port").asText())
                    .isEqualTo(container.at("/ports/0/name").asText());
        }
    }

    @Test
    void theServiceFindsThePods() {
        JsonNode labels = deployment.at("/spec/template/metadata/labels");

        assertThat(labels).isEqualTo(service.at("/spec/selector"));
        assertThat(labels).isEqualTo(deployment.at("/spec/selector/matchLabels"));
        assertThat(service.at("/spec/ports/0/targetPort").asText())
                .isEqualTo(container.at("/ports/0/name").asText());
    }

    @Test
    void hasResourcesAndRunsAsNobody() {
        assertThat(container.at("/resources/requests/cpu").isTextual()).isTrue();
        assertThat(container.at("/resources/limits/memory"))
                .isEqualTo(container.at("/resources/requests/memory"));
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(deployment.at("/spec/template/spec/securityContext/runAsNonRoot").asBoolean())
                .isTrue();
        assertThat(deployment.at("/spec/template/spec/terminationGracePeriodSeconds").asInt())
                .as("the gateway answers what is under way for 25 s at most")
                .isGreaterThan(25);
    }

    @Test
    void theConfigurationSwitchesAPushedChannelOn() throws IOException {
        ThroughlineConfig config =
                ThroughlineConfigReader.read(
                        BASE.resolve("config/throughline.yaml"), name -> "value");

        assertThat(PushGateway.pushed(config.channels())).isNotEmpty();
        assertThat(config.kafka()).isPresent();
    }

    private List<String> mounts() {
        List<String> mounts = new ArrayList<>();
        for (JsonNode mount : container.path("volumeMounts")) {
            mounts.add(mount.path("name").asText() + " " + mount.path("mountPath").asText());
        }
        return mounts;
    }

    private List<String> volumes() {
        List<String> volumes = new ArrayList<>();
        for (JsonNode volume : deployment.at("/spec/template/spec/volumes")) {
            volumes.add(volume.path("name").asText());
        }
        return volumes;
    }

    private static List<JsonNode> documents() throws IOException {
        Iterable<Object> documents =
                new Yaml(new SafeConstructor(new LoaderOptions()))
                        .loadAll(Files.readString(BASE.resolve("gateway.yaml")));
        return StreamSupport.stream(documents.spliterator(), false)
                .<JsonNode>map(JSON::valueToTree)
                .toList();
    }
}
