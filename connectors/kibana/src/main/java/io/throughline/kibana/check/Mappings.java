package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.document.IndexTemplate;
import io.throughline.kibana.Json;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of what data views can speak of: aliases, and indices with a fixed name. */
final class Mappings {

    private final Map<String, Fields> byTitle = new HashMap<>();

    Mappings(List<IndexTemplate> templates) {
        for (IndexTemplate template : templates) {
            JsonNode json = Json.parse(template.json());
            Fields fields = new Fields(json.at("/template/mappings/properties"));
            json.path("index_patterns").forEach(name -> byTitle.put(name.asText(), fields));
            json.at("/template/aliases").fieldNames().forEachRemaining(a -> byTitle.put(a, fields));
        }
    }

    Optional<Fields> of(String title) {
        return Optional.ofNullable(byTitle.get(title));
    }
}
