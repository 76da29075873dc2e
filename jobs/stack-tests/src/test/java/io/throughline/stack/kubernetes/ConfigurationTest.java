package io.throughline.stack.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.local.cli.ThroughlineCommand;
import io.throughline.local.gateway.PushGateway;
import io.throughline.notify.config.Notifications;
import io.throughline.notify.config.NotificationsReader;
import io.throughline.pipeline.config.ConfigPart;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.config.ThroughlineConfigReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped configuration is one that each part can start with, given what its pod gives it. */
class ConfigurationTest {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{env\\.([A-Z0-9_]+)");

    @TempDir private Path folder;

    static List<Pod> parts() {
        return Manifests.of("base").pods().stream()
                .filter(pod -> mounts(pod).containsKey("/etc/throughline"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("parts")
    void eachPartReadsItWithTheVariablesOfItsPod(Pod pod) throws IOException {
        Map<String, String> environment = environment(pod);

        ThroughlineConfig config = ThroughlineConfigReader.read(file(), environment::get);

        boolean kafka = environment.containsKey("KAFKA_JAAS");
        assertThat(config.kafka().orElseThrow().properties().get("sasl.jaas.config").isEmpty())
                .isEqualTo(!kafka);
        if (pod.title().endsWith("-tagging")) {
            assertThat(config.authorKey()).contains("AUTHOR_KEY of the pod");
        } else {
            assertThat(environment).doesNotContainKey("AUTHOR_KEY");
        }
        if (pod.title().endsWith("-gateway")) {
            assertThat(PushGateway.pushed(config.channels())).isNotEmpty();
        }
        if (pod.title().endsWith("-notify")) {
            assertThat(notifications(file(), environment::get).receivers()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("parts")
    void filesThatItNamesAreMounted(Pod pod) throws IOException {
        ThroughlineConfig config = ThroughlineConfigReader.read(file(), environment(pod)::get);
        Map<String, List<String>> mounts = mounts(pod);
        Path kafka =
                Path.of(config.kafka().orElseThrow().properties().get("ssl.truststore.location"));
        Path search = Path.of(config.elasticsearch().orElseThrow().caCertificate());

        if (environment(pod).containsKey("KAFKA_JAAS")) {
            assertThat(mounts.get(kafka.getParent().toString()))
                    .contains(kafka.getFileName().toString());
        }
        if (pod.labels().containsKey("throughline.io/uses-elasticsearch")) {
            assertThat(mounts.get(search.getParent().toString()))
                    .contains(search.getFileName().toString());
        }
        if (pod.title().endsWith("-console")) {
            JsonNode tokens = Yamls.documents(file()).get(0).at("/console/tokenFile");
            Path file = Path.of(tokens.asText());
            assertThat(mounts.get(file.getParent().toString()))
                    .contains(file.getFileName().toString());
        }
    }

    @Test
    void theServersAreThoseOfTheOperators() throws IOException {
        ThroughlineConfig config = ThroughlineConfigReader.read(file(), name -> "value");
        Manifests base = Manifests.of("base");
        String listener =
                base.named("Kafka", "throughline").at("/spec/kafka/listeners/0/port").asText();

        assertThat(config.kafka().orElseThrow().bootstrapServers())
                .isEqualTo(base.names("Kafka").get(0) + "-kafka-bootstrap:" + listener);
        assertThat(config.elasticsearch().orElseThrow().hosts())
                .containsExactly("https://" + base.names("Elasticsearch").get(0) + "-es-http:9200");
        assertThat(arguments(base.named("Job", "throughline-provision")))
                .contains("https://" + base.names("Kibana").get(0) + "-kb-http:5601");
    }

    @Test
    void theProvisioningJobIsNotTriedAgainForWhatNoTryChanges() {
        JsonNode job = Manifests.of("base").named("Job", "throughline-provision");

        assertThat(job.at("/spec/template/spec/restartPolicy").asText()).isEqualTo("OnFailure");
        assertThat(arguments(job)).contains("--accept-left");
    }

    @Test
    void everyVariableIsGivenToSomePart() {
        List<String> given =
                parts().stream().flatMap(pod -> environment(pod).keySet().stream()).toList();
        Matcher references = REFERENCE.matcher(Yamls.text(file()));
        List<String> named = new ArrayList<>();
        while (references.find()) {
            named.add(references.group(1));
        }
        assertThat(named).isNotEmpty();
        assertThat(given).containsAll(named);
    }

    static Stream<JsonNode> commands() {
        return Stream.of("Deployment", "Job").flatMap(Manifests.of("base")::kind);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theCommandTakesTheArguments(JsonNode object) {
        List<String> arguments = new ArrayList<>(arguments(object));
        JsonNode container = object.at("/spec/template/spec/containers/0");
        assertThat(container.at("/command/0").asText())
                .isEqualTo("/opt/throughline/bin/throughline");
        int port = arguments.indexOf("--port");
        if (port >= 0) {
            assertThat(arguments.get(port + 1))
                    .isEqualTo(container.at("/ports/0/containerPort").asText());
        }
        String help = help(arguments.get(0));

        assertThat(help).startsWith("Usage: throughline " + arguments.get(0) + " ");
        assertThat(arguments)
                .filteredOn(argument -> argument.startsWith("--"))
                .isNotEmpty()
                .allMatch(help::contains);
    }

    private static String help(String command) {
        PrintStream out = System.out;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            assertThat(ThroughlineCommand.execute(command, "--help")).isZero();
        } finally {
            System.setOut(out);
        }
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theExampleShowsEveryKindOfReceiver() throws IOException {
        Notifications example =
                notifications(Path.of("../../examples/throughline.yaml"), name -> null);

        assertThat(example.receivers())
                .extracting(receiver -> receiver.id())
                .containsExactly("slack-claims", "mail-claims", "on-call", "alertmanager");
        assertThat(example.owners()).containsKeys("claims-operations", "default");
    }

    private Path file() {
        try {
            JsonNode map = Manifests.of("base").named("ConfigMap", "throughline-config");
            return Files.writeString(
                    folder.resolve("throughline.yaml"), map.at("/data/throughline.yaml").asText());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Variables that the pod says, and the listed keys of secrets whose keys all become some. */
    private static Map<String, String> environment(Pod pod) {
        Map<String, String> environment = new TreeMap<>();
        pod.containers()
                .forEach(
                        container -> {
                            for (JsonNode variable : container.path("env")) {
                                String name = variable.path("name").asText();
                                environment.put(name, name + " of the pod");
                            }
                            for (JsonNode from : container.path("envFrom")) {
                                String secret = from.at("/secretRef/name").asText();
                                for (String key : Secrets.listed().get(secret)) {
                                    boolean address = key.endsWith("WEBHOOK");
                                    environment.put(
                                            key,
                                            address
                                                    ? "https://hooks.example/x"
                                                    : key + " of the pod");
                                }
                            }
                        });
        return environment;
    }

    /** Files by the folder that they are mounted in. */
    private static Map<String, List<String>> mounts(Pod pod) {
        Map<String, List<String>> mounts = new TreeMap<>();
        pod.containers()
                .flatMap(container -> Pod.stream(container.path("volumeMounts")))
                .forEach(
                        mount -> {
                            List<String> files = new ArrayList<>();
                            for (JsonNode volume : pod.spec().path("volumes")) {
                                if (volume.path("name").equals(mount.path("name"))) {
                                    volume.findValuesAsText("path", files);
                                }
                            }
                            mounts.put(mount.path("mountPath").asText(), files);
                        });
        return mounts;
    }

    private static List<String> arguments(JsonNode object) {
        List<String> arguments = new ArrayList<>();
        object.at("/spec/template/spec/containers/0/args")
                .forEach(argument -> arguments.add(argument.asText()));
        return arguments;
    }

    private static Notifications notifications(Path file, UnaryOperator<String> environment)
            throws IOException {
        return new ConfigPart<>(
                        file,
                        environment,
                        (root, filler) -> NotificationsReader.read(root, filler::fill))
                .changed()
                .orElseThrow();
    }
}
