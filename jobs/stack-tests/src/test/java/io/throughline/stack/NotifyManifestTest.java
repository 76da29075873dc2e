package io.throughline.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.notify.config.Notifications;
import io.throughline.notify.config.NotificationsReader;
import io.throughline.pipeline.config.ConfigPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The manifest of what tells receivers fits the command, and the shipped configuration has some.
 */
class NotifyManifestTest {

    private static final Path BASE = Path.of("../../k8s/base");

    private JsonNode deployment;
    private JsonNode container;

    @BeforeEach
    void read() throws IOException {
        Object document =
                new Yaml(new SafeConstructor(new LoaderOptions()))
                        .load(Files.readString(BASE.resolve("notify.yaml")));
        deployment = new ObjectMapper().valueToTree(document);
        container = deployment.at("/spec/template/spec/containers/0");
    }

    @Test
    void isPartOfTheBaseWithAnImageThatIsThere() throws IOException {
        assertThat(Files.readString(BASE.resolve("kustomization.yaml")))
                .contains("  - notify.yaml\n")
                .contains("name: " + container.path("image").asText() + "\n");
    }

    @Test
    void startsTheCommandWithTheMountedConfiguration() throws ReflectiveOperationException {
        List<String> arguments = new ArrayList<>();
        container.path("args").forEach(argument -> arguments.add(argument.asText()));
        int main = arguments.indexOf("-cp") + 2;

        assertThat(Class.forName(arguments.get(main)).getMethod("main", String[].class))
                .isNotNull();
        assertThat(arguments.subList(main + 1, arguments.size()))
                .containsExactly("notify", "--config", "/etc/throughline/throughline.yaml");
        assertThat(container.at("/volumeMounts/0/mountPath").asText())
                .isEqualTo("/etc/throughline");
        assertThat(deployment.at("/spec/template/spec/volumes/0/configMap/name").asText())
                .isEqualTo("throughline-config");
    }

    @Test
    void neverTwoAtATime() {
        assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(1);
        assertThat(deployment.at("/spec/strategy/type").asText()).isEqualTo("Recreate");
        assertThat(deployment.at("/spec/template/spec/terminationGracePeriodSeconds").asInt())
                .isGreaterThan(25);
    }

    @Test
    void hasResourcesAndRunsAsNobody() {
        assertThat(container.at("/resources/limits/memory"))
                .isEqualTo(container.at("/resources/requests/memory"));
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
        assertThat(deployment.at("/spec/template/spec/securityContext/runAsNonRoot").asBoolean())
                .isTrue();
    }

    @Test
    void theConfigurationHasAReceiver() throws IOException {
        assertThat(notifications(BASE.resolve("config/throughline.yaml")).receivers()).isNotEmpty();
    }

    @Test
    void theExampleShowsEveryKindOfReceiver() throws IOException {
        Notifications example = notifications(Path.of("../../examples/throughline.yaml"));

        assertThat(example.receivers())
                .extracting(receiver -> receiver.id())
                .containsExactly("slack-claims", "mail-claims", "on-call", "alertmanager");
        assertThat(example.owners()).containsKeys("claims-operations", "default");
    }

    private static Notifications notifications(Path file) throws IOException {
        return new ConfigPart<>(
                        file,
                        name -> name.equals("SLACK_WEBHOOK") ? "https://hooks.example/x" : null,
                        (root, filler) -> NotificationsReader.read(root, filler::fill))
                .changed()
                .orElseThrow();
    }
}
