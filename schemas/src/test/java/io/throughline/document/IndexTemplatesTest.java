package io.throughline.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class IndexTemplatesTest {

    /** What a server without extra modules has; scaled_float, for one, is in an extra module. */
    private static final Set<String> CORE_TYPES =
            Set.of(
                    "keyword",
                    "text",
                    "date",
                    "long",
                    "integer",
                    "double",
                    "boolean",
                    "binary",
                    "flattened");

    private static final int MAX_BYTES_A_CHAR = 4;

    static final List<IndexTemplate> TEMPLATES = IndexTemplates.all();

    @Test
    void thereIsOneForEachKindOfDocument() {
        assertThat(TEMPLATES)
                .extracting(IndexTemplate::name)
                .containsExactly(
                        "cx-feedback", "cx-signals", "cx-alerts", "cx-journeys", "cx-dead-letters");
    }

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void takesNoUnknownField(IndexTemplate template) {
        assertThat(json(template).at("/template/mappings/dynamic").asText()).isEqualTo("strict");
    }

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void hasACopyWhereThereIsANodeForItAndShowsDocumentsWithinASecond(IndexTemplate template) {
        JsonNode settings = json(template).at("/template/settings");

        assertThat(settings.get("number_of_shards").asInt()).isEqualTo(1);
        assertThat(settings.get("auto_expand_replicas").asText()).isEqualTo("0-1");
        assertThat(settings.get("refresh_interval").asText()).isEqualTo("1s");
    }

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void matchesItsOwnIndicesOnly(IndexTemplate template) {
        String name = template.name();
        boolean monthly = name.equals("cx-feedback") || name.equals("cx-signals");

        assertThat(json(template).get("index_patterns"))
                .singleElement()
                .satisfies(p -> assertThat(p.asText()).isEqualTo(monthly ? name + "-*" : name));
        assertThat(json(template).at("/template/aliases").has(name)).isEqualTo(monthly);
    }

    @ParameterizedTest
    @FieldSource("TEMPLATES")
    void usesCoreTypesThatCannotRejectALongValue(IndexTemplate template) {
        Mapping.of(template.name())
                .forEachField(
                        (name, field) -> {
                            String type = field.get("type").asText();
                            assertThat(CORE_TYPES).as(name).contains(type);
                            assertThat(field.has("fields")).as(name).isFalse();
                            if (type.equals("keyword") || type.equals("flattened")) {
                                assertThat(field.path("ignore_above").asInt(Integer.MAX_VALUE))
                                        .as(name)
                                        .isLessThanOrEqualTo(Mapping.MAX_TERM / MAX_BYTES_A_CHAR);
                            }
                        });
    }

    private static JsonNode json(IndexTemplate template) {
        return Mapping.read(template.json());
    }
}
