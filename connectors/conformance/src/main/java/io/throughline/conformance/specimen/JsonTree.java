package io.throughline.conformance.specimen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.throughline.model.RawEnvelope;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A JSON text: the records are parts of its tree, usually the items of one list. */
final class JsonTree implements Document {

    private final RawEnvelope envelope;
    private final Charset charset;
    private final JsonNode root;
    private final List<Place> places;
    private final Place list;

    JsonTree(RawEnvelope envelope, Charset charset, JsonNode root, Splitter splitter) {
        this.envelope = envelope;
        this.charset = charset;
        this.root = root;
        this.places = places(root, splitter.split(root));
        this.list = places.isEmpty() ? null : listOf(places.get(0));
    }

    /** Records that are no part of the tree cannot be put back: then the whole is one record. */
    private static List<Place> places(JsonNode root, List<JsonNode> records) {
        Map<JsonNode, Deque<Place>> known = new IdentityHashMap<>();
        index(root, Place.ROOT, known);
        List<Place> places = new ArrayList<>();
        for (JsonNode record : records) {
            Deque<Place> alike = known.getOrDefault(record, new ArrayDeque<>());
            Optional<Place> place =
                    alike.isEmpty() ? core(record, known) : Optional.of(alike.remove());
            if (place.isEmpty() || places.contains(place.get())) {
                return List.of(Place.ROOT);
            }
            places.add(place.get());
        }
        return places;
    }

    /** A record that has all an object of the tree has, and more from elsewhere on the page. */
    private static Optional<Place> core(JsonNode record, Map<JsonNode, Deque<Place>> known) {
        return known.entrySet().stream()
                .filter(entry -> isCore(entry.getKey(), record) && !entry.getValue().isEmpty())
                .max(Comparator.comparingInt(entry -> entry.getKey().size()))
                .map(entry -> entry.getValue().remove());
    }

    private static boolean isCore(JsonNode part, JsonNode record) {
        return part.isObject()
                && part.size() >= 2
                && part.propertyStream()
                        .allMatch(field -> field.getValue().equals(record.get(field.getKey())));
    }

    /** Some values, such as null, are one object wherever they stand. */
    private static void index(JsonNode node, Place place, Map<JsonNode, Deque<Place>> known) {
        known.computeIfAbsent(node, any -> new ArrayDeque<>()).add(place);
        node.properties()
                .forEach(field -> index(field.getValue(), place.field(field.getKey()), known));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            index(node.get(i), place.item(i), known);
        }
    }

    /** The list that holds all records; null when no list does. */
    private Place listOf(Place first) {
        Place parent = first.parent();
        boolean all =
                parent != null
                        && parent.in(root).isArray()
                        && places.stream().allMatch(place -> parent.equals(place.parent()));
        return all ? parent : null;
    }

    @Override
    public RawEnvelope envelope() {
        return envelope;
    }

    @Override
    public List<JsonNode> records() {
        return places.stream().map(place -> place.in(root)).toList();
    }

    @Override
    public Values values() {
        return Values.TYPED;
    }

    @Override
    public boolean holdsMany() {
        return list != null;
    }

    @Override
    public RawEnvelope with(List<JsonNode> records) {
        JsonNode changed = root;
        if (list != null) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode();
            int next = 0;
            JsonNode before = list.in(root);
            for (int i = 0; i < before.size(); i++) {
                if (!places.contains(list.item(i))) {
                    items.add(before.get(i));
                } else if (next < records.size()) {
                    items.add(records.get(next++));
                }
            }
            while (next < records.size()) {
                items.add(records.get(next++));
            }
            changed = list.replaced(root, items);
        } else {
            for (int i = 0; i < places.size(); i++) {
                changed = places.get(i).replaced(changed, records.get(i));
            }
        }
        return envelope.with(changed.toString().getBytes(charset));
    }
}
