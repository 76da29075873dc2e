package io.throughline.stack.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A value that no API server or operator would take is found: words of Kubernetes, quantities,
 * names and ports. The schemas that Kubernetes publishes say "string" of all of them.
 */
class ValuesTest {

    private static final Schemas SCHEMAS = new Schemas();
    private static final Manifests PRODUCTION = Manifests.of("overlays/production");

    /** As the words of Kubernetes are written: {@code OnFailure}, {@code ClientIP}, {@code TCP}. */
    private static final Pattern WORD = Pattern.compile("[A-Z][A-Za-z]+");

    private static final Pattern QUANTITY = Pattern.compile("[0-9]+(\\.[0-9]+)?(m|g|[KMGT]i)?");

    /** What people, programs or another system read: any word may stand there. */
    private static final Pattern FREE =
            Pattern.compile(
                    ".*/(data|labels|matchLabels|annotations|flinkConfiguration|config|args|command"
                            + "|env/\\d+/(name|value)|secretKeyRef/key|items/\\d+/key"
                            + "|rules/\\d+/(alert|expr)|metricRelabelings)(/.*)?");

    @ParameterizedTest(name = "{0} {2} = {3}")
    @CsvSource({
        "Job, throughline-provision, /spec/template/spec/restartPolicy, OnFailur",
        "Job, throughline-provision, /spec/template/spec/containers/0/resources/limits/memory, 512MB",
        "Deployment, throughline-gateway, /spec/template/spec/containers/0/resources/requests/cpu, 1 core",
        "Deployment, throughline-gateway, /spec/template/spec/topologySpreadConstraints/0/whenUnsatisfiable,"
                + " Schedule",
        "Deployment, throughline-gateway, /spec/template/spec/securityContext/seccompProfile/type,"
                + " RuntimeDefaults",
        "Deployment, throughline-notify, /spec/strategy/type, Recreated",
        "Deployment, throughline-notify, /spec/template/spec/containers/0/name, Notify",
        "Deployment, throughline-notify, /spec/template/spec/containers/0/ports/0/name,"
                + " a-name-of-a-port",
        "Deployment, throughline-notify, /spec/template/spec/containers/0/env/0/name, 1ST",
        "Deployment, throughline-notify, /metadata/name, throughline_notify",
        "Deployment, throughline-notify, /metadata/labels/app.kubernetes.io~1name, not a label",
        "Service, throughline-console, /spec/sessionAffinity, ClientIp",
        "Ingress, throughline-console, /spec/rules/0/http/paths/0/pathType, Prefx",
        "HorizontalPodAutoscaler, throughline-gateway, /spec/metrics/0/type, Resourc",
        "HorizontalPodAutoscaler, throughline-gateway, /spec/metrics/0/resource/name, cpux",
        "HorizontalPodAutoscaler, throughline-gateway, /spec/metrics/0/resource/target/type,"
                + " Utilisation",
        "PodDisruptionBudget, throughline-gateway, /spec/minAvailable, 50 %",
        "NetworkPolicy, default-deny, /spec/policyTypes/0, ingress",
        "KafkaNodePool, broker, /spec/storage/volumes/0/size, twenty",
        "KafkaNodePool, broker, /spec/resources/limits/memory, 4GB",
        "Kafka, throughline, /spec/kafka/template/pod/securityContext/seccompProfile/type, Runtime",
        "Elasticsearch, throughline,"
                + " /spec/nodeSets/0/volumeClaimTemplates/0/spec/resources/requests/storage, 20GB",
        "Elasticsearch, throughline, /spec/nodeSets/0/volumeClaimTemplates/0/spec/accessModes/0,"
                + " ReadWrite",
        "FlinkDeployment, throughline-tagging, /spec/podTemplate/spec/volumes/3/emptyDir/sizeLimit,"
                + " 10GB",
        "FlinkDeployment, throughline-tagging, /spec/taskManager/resource/memory, 4 GiB",
        "FlinkDeployment, throughline-tagging, /spec/job/upgradeMode, savepoints",
        "PodMonitor, throughline-jobs, /spec/podMetricsEndpoints/0/interval, 15 seconds",
        "PrometheusRule, throughline, /spec/groups/1/rules/0/for, 2min"
    })
    void aWrongValueIsFound(String kind, String name, String pointer, String wrong) {
        JsonNode object = PRODUCTION.named(kind, name);

        assertThat(SCHEMAS.problems(with(object, pointer, wrong)))
                .as("%s instead of %s", wrong, object.at(pointer))
                .isNotEmpty();
        assertThat(object.at(pointer).isValueNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"memroy", "storage", "cpus"})
    void aResourceThatKubernetesDoesNotHaveIsFound(String name) {
        JsonNode wrong = PRODUCTION.named("Deployment", "throughline-gateway").deepCopy();
        ((ObjectNode) wrong.at("/spec/template/spec/containers/0/resources/requests"))
                .put(name, "1Gi");

        assertThat(SCHEMAS.problems(wrong)).anyMatch(problem -> problem.contains(name));
    }

    @Test
    void aMisspeltWordAnywhereIsFound() {
        List<String> missed = new ArrayList<>();
        int tried = 0;
        for (Text text : texts()) {
            if (WORD.matcher(text.value()).matches()) {
                tried++;
                missed.addAll(missed(text, text.value() + "x"));
            }
        }
        assertThat(missed).as("words that no list holds: k8s/schema/values.json").isEmpty();
        assertThat(tried).isGreaterThan(60);
    }

    @Test
    void aQuantityInAUnitThatThereIsNotIsFoundAnywhere() {
        List<String> missed = new ArrayList<>();
        int tried = 0;
        for (Text text : texts()) {
            if (QUANTITY.matcher(text.value()).matches()) {
                tried++;
                missed.addAll(missed(text, text.value() + "B"));
            }
        }
        assertThat(missed).isEmpty();
        assertThat(tried).isGreaterThan(30);
    }

    /** A text within an object. */
    private record Text(JsonNode object, String pointer, String value) {}

    private static List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        for (JsonNode object : PRODUCTION.objects()) {
            collect(object, object, "", texts);
        }
        // What two objects of a kind have alike is tried once.
        Map<String, Text> once = new TreeMap<>();
        texts.stream()
                .filter(text -> !FREE.matcher(text.pointer()).matches())
                .forEach(
                        text ->
                                once.put(
                                        text.object().path("kind") + text.pointer() + text.value(),
                                        text));
        return List.copyOf(once.values());
    }

    private static void collect(JsonNode object, JsonNode node, String pointer, List<Text> texts) {
        if (node.isTextual()) {
            texts.add(new Text(object, pointer, node.asText()));
        }
        node.fields()
                .forEachRemaining(
                        field -> {
                            String key = field.getKey().replace("~", "~0").replace("/", "~1");
                            collect(object, field.getValue(), pointer + "/" + key, texts);
                        });
        if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                collect(object, node.path(index), pointer + "/" + index, texts);
            }
        }
    }

    private static List<String> missed(Text text, String wrong) {
        return SCHEMAS.problems(with(text.object(), text.pointer(), wrong)).isEmpty()
                ? List.of(Manifests.title(text.object()) + " " + text.pointer() + " = " + wrong)
                : List.of();
    }

    private static JsonNode with(JsonNode object, String pointer, String value) {
        JsonNode changed = object.deepCopy();
        int cut = pointer.lastIndexOf('/');
        JsonNode parent = changed.at(pointer.substring(0, cut));
        String key = pointer.substring(cut + 1).replace("~1", "/").replace("~0", "~");
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(key), TextNode.valueOf(value));
        } else {
            ((ObjectNode) parent).put(key, value);
        }
        return changed;
    }
}
