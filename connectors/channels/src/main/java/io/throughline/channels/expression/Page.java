package io.throughline.channels.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The document that records are taken from. Remembers what was looked up in it, so that a page of
 * many records and many authors is not searched once for each record. For one thread.
 */
public final class Page {

    private final JsonNode root;
    private final Map<Term, Map<String, JsonNode>> indexes = new IdentityHashMap<>(2);

    /**
     * @param root the document
     */
    public Page(JsonNode root) {
        this.root = root;
    }

    /** A page that holds nothing. */
    public static Page empty() {
        return new Page(MissingNode.getInstance());
    }

    /** The document; a missing node when there is none. */
    public JsonNode root() {
        return root;
    }

    Map<String, JsonNode> index(Term of, Supplier<Map<String, JsonNode>> made) {
        return indexes.computeIfAbsent(of, term -> made.get());
    }
}
