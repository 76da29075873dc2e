package io.throughline.channels.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.POJONode;
import io.throughline.model.FailureReason;

/** Stands in a tree for what could not be read. */
final class Flaw {

    private Flaw() {}

    static JsonNode of(FailureReason reason) {
        return new POJONode(reason);
    }

    static FailureReason firstIn(JsonNode node) {
        if (node instanceof POJONode flaw) {
            return (FailureReason) flaw.getPojo();
        }
        for (JsonNode child : node) {
            FailureReason reason = firstIn(child);
            if (reason != null) {
                return reason;
            }
        }
        return null;
    }

    static int countIn(JsonNode node) {
        int count = node instanceof POJONode ? 1 : 0;
        for (JsonNode child : node) {
            count += countIn(child);
        }
        return count;
    }
}
