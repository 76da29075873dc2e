package io.throughline.stack.kubernetes;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Map;

/** Label selectors as Kubernetes reads them: {@code matchLabels}, and {@code In} expressions. */
final class Selector {

    static final TypeReference<Map<String, String>> LABELS = new TypeReference<>() {};

    private Selector() {}

    static boolean matches(JsonNode selector, Map<String, String> labels) {
        Iterator<Map.Entry<String, JsonNode>> wanted = selector.path("matchLabels").fields();
        while (wanted.hasNext()) {
            Map.Entry<String, JsonNode> label = wanted.next();
            if (!label.getValue().asText().equals(labels.get(label.getKey()))) {
                return false;
            }
        }
        for (JsonNode expression : selector.path("matchExpressions")) {
            if (!expression.path("operator").asText().equals("In")) {
                throw new IllegalArgumentException("not known here: " + expression);
            }
            String label = labels.get(expression.path("key").asText());
            if (Pod.stream(expression.path("values")).noneMatch(v -> v.asText().equals(label))) {
                return false;
            }
        }
        return true;
    }
}
