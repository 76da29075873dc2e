package io.throughline.channels.scaffold;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Places of a document at which its records may be: the document itself, and every list of objects
 * in it that is not inside another list.
 *
 * @param path as {@code records} of a definition says it; null when each document is a record
 */
record Records(String path, List<JsonNode> records) {

    private static final int DEEPEST = 4;
    private static final int MOST = 10_000;

    Records {
        records = records.subList(0, Math.min(MOST, records.size()));
    }

    /** The places, the document itself first. */
    static List<Records> of(Sample sample) {
        List<JsonNode> documents = new ArrayList<>();
        for (JsonNode document : sample.documents()) {
            if (document.isArray()) {
                document.forEach(documents::add);
            } else {
                documents.add(document);
            }
        }
        documents.removeIf(document -> !document.isObject());
        List<Records> places = new ArrayList<>();
        if (!documents.isEmpty()) {
            places.add(new Records(null, documents));
        }
        if (sample.shape() != Sample.Shape.CSV && sample.shape() != Sample.Shape.FORM) {
            Map<String, List<JsonNode>> lists = new LinkedHashMap<>();
            documents.forEach(document -> collect("$", document, 1, lists));
            lists.forEach((path, items) -> places.add(new Records(path, items)));
        }
        return places;
    }

    private static void collect(
            String path, JsonNode node, int depth, Map<String, List<JsonNode>> lists) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String step = Columns.step(field.getKey());
            JsonNode value = field.getValue();
            if (step == null) {
                continue;
            }
            if (value.isObject() && depth < DEEPEST) {
                collect(path + step, value, depth + 1, lists);
            } else if (value.isArray() && value.size() > 0 && value.get(0).isObject()) {
                List<JsonNode> items = new ArrayList<>();
                value.forEach(items::add);
                if (items.stream().allMatch(item -> item.size() <= 2 && item.has("node"))) {
                    lists.computeIfAbsent(path + step + "[*].node", any -> new ArrayList<>())
                            .addAll(items.stream().map(item -> item.get("node")).toList());
                } else {
                    lists.computeIfAbsent(path + step + "[*]", any -> new ArrayList<>())
                            .addAll(items);
                }
            }
        }
    }
}
