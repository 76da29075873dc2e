package io.throughline.stack.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.stack.kubernetes.NetworkPolicies.End;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * {@code k8s/command} before a stand-in for kubectl, which has the objects of an overlay and keeps
 * the pod that is made: one that the namespace takes, with the access of the right part.
 */
class CommandPodTest {

    private static final Schemas SCHEMAS = new Schemas();

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "overlays/production, alerts, throughline-console",
        "overlays/dev, models, throughline-tagging",
        "overlays/production, notify --deliveries, throughline-notify"
    })
    void theCommandRunsWithTheAccessOfItsPart(String overlay, String command, String part)
            throws Exception {
        Manifests manifests = Manifests.of(overlay);

        assertThat(run(manifests, command.split(" "))).as(script().said()).isEqualTo(3);

        JsonNode pod = Yamls.documents(folder.resolve("pod")).get(0);
        JsonNode container = pod.at("/spec/containers/0");
        assertThat(problems(pod)).isEmpty();
        assertThat(PodSecurityTest.violations(pod.path("spec"))).isEmpty();
        assertThat(container.path("image").asText()).matches("(.+/)?throughline:[0-9].+");
        List<String> arguments = new ArrayList<>();
        container.path("args").forEach(argument -> arguments.add(argument.asText()));
        assertThat(String.join(" ", arguments))
                .isEqualTo(command + " --config /etc/throughline/throughline.yaml");
        assertThat(container.path("env"))
                .anyMatch(
                        variable ->
                                variable.path("name").asText().equals("KAFKA_JAAS")
                                        && variable.at("/valueFrom/secretKeyRef/name")
                                                .asText()
                                                .equals(part))
                .noneMatch(variable -> variable.path("name").asText().startsWith("AWS_"));
        assertThat(mounts(container)).isEqualTo(volumes(pod)).contains("config", "kafka-ca");
        assertThat(Files.readString(folder.resolve("out"))).isEqualTo("what it says\n");
        assertThat(String.join("\n", script().calls()))
                .contains(" delete pod throughline-command-");
    }

    @Test
    void itReachesKafkaAndNobodyTakesItForThePartItself() throws Exception {
        Manifests manifests = Manifests.of("overlays/production");
        run(manifests, "alerts");

        JsonNode pod = Yamls.documents(folder.resolve("pod")).get(0);
        Map<String, String> labels =
                Yamls.JSON.convertValue(pod.at("/metadata/labels"), Selector.LABELS);
        NetworkPolicies policies = new NetworkPolicies(manifests.kind("NetworkPolicy").toList());
        assertThat(policies.allow(End.pod(labels), NetworkPolicyTest.KAFKA, 9093, "TCP")).isTrue();
        assertThat(labels.get("app.kubernetes.io/name")).isEqualTo("throughline-command");
    }

    @ParameterizedTest
    @CsvSource({"retag, usage: k8s/command", "notify, a second notify would take over"})
    void whatItCannotDoIsRefusedBeforeAnythingIsAsked(String command, String says)
            throws Exception {
        assertThat(run(Manifests.of("base"), command)).isEqualTo(2);

        assertThat(script().said()).contains(says);
        assertThat(script().calls()).isEmpty();
    }

    private static List<String> problems(JsonNode pod) {
        ObjectNode template = Yamls.JSON.createObjectNode();
        template.put("apiVersion", "v1").put("kind", "PodTemplate");
        template.set("metadata", pod.path("metadata"));
        ObjectNode within = template.putObject("template");
        within.set("metadata", pod.path("metadata"));
        within.set("spec", pod.path("spec"));
        return SCHEMAS.problems(template);
    }

    private static Set<String> volumes(JsonNode pod) {
        Set<String> names = new TreeSet<>();
        pod.at("/spec/volumes").forEach(volume -> names.add(volume.path("name").asText()));
        return names;
    }

    private static Set<String> mounts(JsonNode container) {
        Set<String> names = new TreeSet<>();
        container.path("volumeMounts").forEach(mount -> names.add(mount.path("name").asText()));
        return names;
    }

    private int run(Manifests manifests, String... arguments) throws Exception {
        Files.createDirectories(folder.resolve("deployment"));
        Files.createDirectories(folder.resolve("flinkdeployment"));
        for (JsonNode object : manifests.objects()) {
            if (object.path("kind").asText().endsWith("Deployment")) {
                String kind = object.path("kind").asText().toLowerCase(Locale.ROOT);
                Files.writeString(
                        folder.resolve(kind).resolve(Manifests.name(object)), object.toString());
            }
        }
        script().standIn(
                        "kubectl",
                        """
                        cd "$(dirname "$0")" && echo "$*" >>calls
                        case "$*" in
                          *" create "*) cat >pod ;;
                          *" -o json") cat "$4" ;;
                          *phase*) echo Succeeded ;;
                          *exitCode*) echo 3 ;;
                          *" logs "*) echo what it says ;;
                        esac
                        """);
        return script().run("command", Map.of(), arguments);
    }

    private ScriptRun script() {
        return new ScriptRun(folder);
    }
}
