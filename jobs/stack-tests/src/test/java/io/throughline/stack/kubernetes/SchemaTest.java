package io.throughline.stack.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every object of base and overlays fits its schema, and no longer does with a key that nobody
 * knows anywhere in it, or with a list where an object is due.
 */
class SchemaTest {

    private static final Schemas SCHEMAS = new Schemas();

    /**
     * Maps whose keys another program knows: Flink, Kafka, Elasticsearch. {@link
     * FlinkConfigurationTest} and {@link KafkaTest} check what is in them.
     */
    private static final Set<String> FREE = Set.of("flinkConfiguration", "config");

    static List<Manifests> all() {
        return Manifests.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyObjectFitsItsSchema(Manifests manifests) {
        assertThat(manifests.objects()).isNotEmpty();
        for (JsonNode object : manifests.objects()) {
            assertThat(SCHEMAS.problems(object)).as(Manifests.title(object)).isEmpty();
        }
    }

    @Test
    void aBogusFieldAnywhereIsFound() {
        List<String> missed = new ArrayList<>();
        int tried = 0;
        for (JsonNode object : Manifests.of("overlays/production").objects()) {
            for (Place place : places(object)) {
                tried++;
                JsonNode wrong = object.deepCopy();
                ObjectNode changed = (ObjectNode) wrong.at(place.pointer());
                changed.putObject("bogusField").put("nested", true);
                if (SCHEMAS.problems(wrong).isEmpty()) {
                    missed.add(Manifests.title(object) + " " + place.pointer());
                }
            }
        }
        assertThat(missed).isEmpty();
        assertThat(tried).as("objects within objects").isGreaterThan(500);
    }

    @Test
    void aWrongTypeAnywhereIsFound() {
        List<String> missed = new ArrayList<>();
        Map<String, JsonNode> oneOfAKind = new TreeMap<>();
        Manifests.of("overlays/production")
                .objects()
                .forEach(object -> oneOfAKind.put(object.path("kind").asText(), object));
        for (JsonNode object : oneOfAKind.values()) {
            for (Place place : places(object)) {
                for (String key : place.keys()) {
                    JsonNode wrong = object.deepCopy();
                    ArrayNode list = ((ObjectNode) wrong.at(place.pointer())).putArray(key);
                    list.addArray().add("not this");
                    if (!FREE.contains(key) && SCHEMAS.problems(wrong).isEmpty()) {
                        missed.add(Manifests.title(object) + " " + place.pointer() + "/" + key);
                    }
                }
            }
        }
        assertThat(missed).isEmpty();
    }

    @Test
    void aValueThatTheOperatorDoesNotKnowIsFound() {
        JsonNode wrong = Manifests.of("base").kind("FlinkDeployment").findFirst().get().deepCopy();
        ((ObjectNode) wrong.path("spec")).put("flinkVersion", "v2_22");

        assertThat(SCHEMAS.problems(wrong)).anyMatch(problem -> problem.contains("flinkVersion"));
    }

    /** An object within an object. */
    private record Place(String pointer, List<String> keys) {}

    private static List<Place> places(JsonNode object) {
        List<Place> places = new ArrayList<>();
        collect(object, "", places);
        return places;
    }

    private static void collect(JsonNode node, String pointer, List<Place> places) {
        if (node.isObject()) {
            List<String> keys = new ArrayList<>();
            node.fieldNames().forEachRemaining(keys::add);
            places.add(new Place(pointer, keys));
            for (String key : keys) {
                if (!FREE.contains(key)) {
                    String escaped = key.replace("~", "~0").replace("/", "~1");
                    collect(node.path(key), pointer + "/" + escaped, places);
                }
            }
        } else if (node.isArray()) {
            for (int index = 0; index < node.size(); index++) {
                collect(node.path(index), pointer + "/" + index, places);
            }
        }
    }
}
