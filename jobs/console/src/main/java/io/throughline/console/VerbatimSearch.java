package io.throughline.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.console.VerbatimFilter.Order;
import java.util.List;
import java.util.Map;

/**
 * The bodies of searches over what customers said.
 *
 * <p>Counts of a facet leave its own choice out, so that the other values can still be chosen; for
 * this the facets are applied after counting ({@code post_filter}). Where nothing is counted they
 * are part of the query, which is cheaper.
 */
final class VerbatimSearch {

    /** Sort values of a hit: score and time, or time; then the id. */
    static final int BEST_FIELDS = 3;

    static final int TIME_FIELDS = 2;

    private static final int FACET_VALUES = 60;
    private static final int ANALYZED_CHARACTERS = 200_000;
    private static final String PATIENCE = "3s";
    private static final List<String> SHOWN =
            List.of(
                    "id",
                    "revision",
                    "channel",
                    "source",
                    "touchpoint",
                    "occurredAt",
                    "observedAt",
                    "language",
                    "text",
                    "rating",
                    "sentiment",
                    "stages",
                    "url");

    private VerbatimSearch() {}

    /** How many values a cursor of that order has. */
    static int cursorFields(Order order) {
        return order == Order.BEST ? BEST_FIELDS : TIME_FIELDS;
    }

    /** A first page, with the counts of all facets. */
    static ObjectNode first(VerbatimFilter filter, int size) {
        ObjectNode body = body(filter, size);
        ArrayNode chosen = JsonNodeFactory.instance.arrayNode();
        ArrayNode always = words(filter, body);
        time(filter, always);
        for (Facet facet : filter.facets().keySet()) {
            chosen.add(choice(facet, filter.facets().get(facet)));
        }
        if (!filter.ratings().isEmpty()) {
            chosen.add(ratings(filter));
        }
        if (!chosen.isEmpty()) {
            body.putObject("post_filter").putObject("bool").set("filter", chosen);
        }
        body.set("aggs", counts(filter));
        highlight(body, filter);
        return body;
    }

    /** A page after another one, without counts. */
    static ObjectNode next(VerbatimFilter filter, int size, ArrayNode after) {
        ObjectNode body = plain(filter, size, after);
        highlight(body, filter);
        return body;
    }

    /**
     * Hits alone.
     *
     * @param after null for the first page
     */
    static ObjectNode plain(VerbatimFilter filter, int size, ArrayNode after) {
        ObjectNode body = body(filter, size);
        ArrayNode all = words(filter, body);
        time(filter, all);
        filter.facets().forEach((facet, values) -> all.add(choice(facet, values)));
        if (!filter.ratings().isEmpty()) {
            all.add(ratings(filter));
        }
        if (after != null) {
            body.set("search_after", after);
        }
        return body;
    }

    /** The document of an id, with the places of words in it; of none when they are empty. */
    static ObjectNode one(String id, String words) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("size", 1).put("timeout", PATIENCE);
        ArrayNode source = body.putArray("_source");
        SHOWN.forEach(source::add);
        body.putObject("query").putObject("term").put("id", id);
        if (!words.isEmpty()) {
            highlight(body).set("highlight_query", matching(words));
        }
        return body;
    }

    private static ObjectNode body(VerbatimFilter filter, int size) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("size", size).put("timeout", PATIENCE).put("track_total_hits", true);
        ArrayNode source = body.putArray("_source");
        SHOWN.forEach(source::add);
        ArrayNode sort = body.putArray("sort");
        if (filter.order() == Order.BEST) {
            sort.addObject().putObject("_score").put("order", "desc");
        }
        sort.addObject()
                .putObject("occurredAt")
                .put("order", filter.order() == Order.OLDEST ? "asc" : "desc")
                .put("unmapped_type", "date");
        sort.addObject().putObject("id").put("order", "asc").put("unmapped_type", "keyword");
        return body;
    }

    /** Puts the words into the query; answers the list of its further conditions. */
    private static ArrayNode words(VerbatimFilter filter, ObjectNode body) {
        ObjectNode bool = body.putObject("query").putObject("bool");
        if (!filter.words().isEmpty()) {
            bool.putArray("must").add(matching(filter.words()));
        }
        return bool.putArray("filter");
    }

    private static ObjectNode matching(String words) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ObjectNode text = query.putObject("simple_query_string");
        text.put("query", words);
        text.putArray("fields").add("text");
        text.put("default_operator", "and")
                .put("lenient", true)
                .put("flags", "AND|OR|NOT|PHRASE|PREFIX|PRECEDENCE|ESCAPE|WHITESPACE");
        return query;
    }

    private static void time(VerbatimFilter filter, ArrayNode conditions) {
        if (filter.from() == null && filter.until() == null) {
            return;
        }
        ObjectNode range =
                conditions
                        .addObject()
                        .putObject("range")
                        .putObject("occurredAt")
                        .put("format", "epoch_millis");
        if (filter.from() != null) {
            range.put("gte", filter.from().toEpochMilli());
        }
        if (filter.until() != null) {
            range.put("lt", filter.until().toEpochMilli());
        }
    }

    private static ObjectNode choice(Facet facet, List<String> values) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ArrayNode any = query.putObject("bool").putArray("should");
        ArrayNode terms = any.addObject().putObject("terms").putArray(facet.field());
        for (String value : values) {
            if (value.equals(Facet.NONE)) {
                any.addObject()
                        .putObject("bool")
                        .putObject("must_not")
                        .putObject("exists")
                        .put("field", facet.field());
            } else {
                terms.add(value);
            }
        }
        return query;
    }

    private static ObjectNode ratings(VerbatimFilter filter) {
        ObjectNode query = JsonNodeFactory.instance.objectNode();
        ArrayNode any = query.putObject("bool").putArray("should");
        filter.ratings().stream().sorted().forEach(part -> any.add(part.query()));
        return query;
    }

    private static ObjectNode counts(VerbatimFilter filter) {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        for (Facet facet : Facet.values()) {
            ObjectNode one = all.putObject(facet.id());
            ArrayNode others = one.putObject("filter").putObject("bool").putArray("filter");
            others(filter, facet, others);
            one.putObject("aggs")
                    .putObject("values")
                    .putObject("terms")
                    .put("field", facet.field())
                    .put("size", FACET_VALUES)
                    .put("missing", Facet.NONE);
        }
        ObjectNode rating = all.putObject("rating");
        ArrayNode others = rating.putObject("filter").putObject("bool").putArray("filter");
        filter.facets().forEach((facet, values) -> others.add(choice(facet, values)));
        ObjectNode parts =
                rating.putObject("aggs")
                        .putObject("values")
                        .putObject("filters")
                        .putObject("filters");
        for (RatingPart part : RatingPart.values()) {
            parts.set(part.id(), part.query());
        }
        return all;
    }

    private static void others(VerbatimFilter filter, Facet but, ArrayNode conditions) {
        for (Map.Entry<Facet, List<String>> entry : filter.facets().entrySet()) {
            if (entry.getKey() != but) {
                conditions.add(choice(entry.getKey(), entry.getValue()));
            }
        }
        if (!filter.ratings().isEmpty()) {
            conditions.add(ratings(filter));
        }
    }

    private static void highlight(ObjectNode body, VerbatimFilter filter) {
        if (!filter.words().isEmpty()) {
            highlight(body);
        }
    }

    private static ObjectNode highlight(ObjectNode body) {
        ObjectNode highlight = body.putObject("highlight");
        highlight.putArray("pre_tags").add(String.valueOf(MarkedText.BEGIN));
        highlight.putArray("post_tags").add(String.valueOf(MarkedText.END));
        highlight
                .put("number_of_fragments", 0)
                .put("max_analyzed_offset", ANALYZED_CHARACTERS)
                .putObject("fields")
                .putObject("text");
        return highlight;
    }
}
