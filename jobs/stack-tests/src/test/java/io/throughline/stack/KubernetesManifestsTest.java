package io.throughline.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.config.ThroughlineConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The manifests fit what the API server checks, as far as that can be told without one.
 *
 * <p>The API server drops keys that a schema does not know without a word, and a typing error would
 * be a setting that never was: so objects are closed here before they are validated.
 */
class KubernetesManifestsTest {

    private static final Path K8S = Path.of("../../k8s");
    private static final Path SCHEMA = K8S.resolve("schema/flinkdeployments-1.15.0.yml");
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<Path> resources() throws IOException {
        return StreamSupport.stream(
                        read(K8S.resolve("base/kustomization.yaml"))
                                .get(0)
                                .path("resources")
                                .spliterator(),
                        false)
                .map(name -> K8S.resolve("base").resolve(name.asText()))
                .toList();
    }

    static List<JsonNode> deployments() throws IOException {
        return documents().filter(each -> kind(each).equals("FlinkDeployment")).toList();
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void deploymentsFitTheOperatorsSchema(JsonNode deployment) throws IOException {
        assertThat(violations(deployment)).isEmpty();
    }

    @Test
    void aWrongValueAndAnUnknownKeyAreFound() throws IOException {
        ObjectNode wrong = deployments().get(0).deepCopy();
        ((ObjectNode) wrong.path("spec")).put("flinkVersion", "v2_22");
        ((ObjectNode) wrong.path("spec").path("job")).put("upgradeMoode", "savepoint");

        assertThat(violations(wrong))
                .extracting(ValidationMessage::getMessage)
                .anyMatch(message -> message.contains("flinkVersion"))
                .anyMatch(message -> message.contains("upgradeMoode"));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void entryClassesCanBeStarted(JsonNode deployment) throws ReflectiveOperationException {
        String entryClass = deployment.path("spec").path("job").path("entryClass").asText();

        assertThat(Class.forName(entryClass).getMethod("main", String[].class)).isNotNull();
    }

    @Test
    void thereIsADeploymentForEachJob() throws IOException {
        assertThat(deployments())
                .extracting(each -> each.path("metadata").path("name").asText())
                .containsExactlyInAnyOrder(
                        "throughline-ingest", "throughline-tagging", "throughline-signals");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void whatADeploymentNamesIsInTheBase(JsonNode deployment) throws IOException {
        JsonNode spec = deployment.path("spec");

        assertThat(names("ServiceAccount")).contains(spec.path("serviceAccount").asText());
        for (JsonNode volume : spec.path("podTemplate").path("spec").path("volumes")) {
            if (volume.has("persistentVolumeClaim")) {
                assertThat(names("PersistentVolumeClaim"))
                        .contains(volume.path("persistentVolumeClaim").path("claimName").asText());
            } else {
                assertThat(volume.path("configMap").path("name").asText())
                        .isEqualTo(configMap().path("name").asText());
            }
        }
    }

    @Test
    void theRoleIsBoundToTheAccount() throws IOException {
        JsonNode binding =
                documents().filter(each -> kind(each).equals("RoleBinding")).findFirst().get();

        assertThat(names("Role")).contains(binding.path("roleRef").path("name").asText());
        assertThat(names("ServiceAccount"))
                .contains(binding.path("subjects").path(0).path("name").asText());
    }

    @Test
    void theConfigurationIsOneThatTheJobsRead() throws IOException {
        Path file = K8S.resolve("base").resolve(configMap().path("files").path(0).asText());
        Map<String, String> secret =
                Map.of("AUTHOR_KEY", "a", "ELASTICSEARCH_API_KEY", "e", "TYPEFORM_SECRET", "t");

        ThroughlineConfig config = ThroughlineConfigReader.read(file, secret::get);

        assertThat(config.kafka()).isPresent();
        assertThat(config.elasticsearch()).isPresent();
        assertThat(config.authorKey()).contains("a");
        assertThat(config.channels()).isNotEmpty();
    }

    private static Set<ValidationMessage> violations(JsonNode deployment) throws IOException {
        JsonNode schema =
                read(SCHEMA)
                        .get(0)
                        .at("/spec/versions/0/schema/openAPIV3Schema/properties/spec")
                        .deepCopy();
        close(schema);
        JsonSchema validator =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
        return validator.validate(deployment.path("spec"));
    }

    /** Forbids keys that are not named, and says what Kubernetes means by its own words. */
    private static void close(JsonNode schema) {
        if (schema instanceof ObjectNode object) {
            if (object.path("properties").isObject() && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
            if (object.path("x-kubernetes-int-or-string").asBoolean()) {
                object.putArray("type").add("integer").add("string");
            }
        }
        schema.forEach(KubernetesManifestsTest::close);
    }

    private static JsonNode configMap() throws IOException {
        return read(K8S.resolve("base/kustomization.yaml"))
                .get(0)
                .path("configMapGenerator")
                .path(0);
    }

    private static List<String> names(String kind) throws IOException {
        return documents()
                .filter(each -> kind(each).equals(kind))
                .map(each -> each.path("metadata").path("name").asText())
                .toList();
    }

    private static String kind(JsonNode document) {
        return document.path("kind").asText();
    }

    private static Stream<JsonNode> documents() throws IOException {
        Stream.Builder<JsonNode> documents = Stream.builder();
        for (Path resource : resources()) {
            read(resource).forEach(documents);
        }
        return documents.build();
    }

    private static List<JsonNode> read(Path file) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(4 << 20);
        Iterable<Object> documents =
                new Yaml(new SafeConstructor(options)).loadAll(Files.readString(file));
        return StreamSupport.stream(documents.spliterator(), false)
                .<JsonNode>map(JSON::valueToTree)
                .toList();
    }
}
