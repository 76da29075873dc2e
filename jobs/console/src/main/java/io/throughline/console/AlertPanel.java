package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The alerts that the home view lists.
 *
 * @param total all there ever were
 * @param list documents without verbatims and terms, open ones first
 * @param changes whether alerts may be changed from this page
 */
record AlertPanel(long total, List<JsonNode> list, boolean changes) {

    static AlertPanel read(JsonNode answer, boolean changes) {
        List<JsonNode> list = new ArrayList<>();
        answer.path("hits").path("hits").forEach(hit -> list.add(hit.path("_source")));
        long total = answer.path("hits").path("total").path("value").asLong();
        return new AlertPanel(total, List.copyOf(list), changes);
    }
}
