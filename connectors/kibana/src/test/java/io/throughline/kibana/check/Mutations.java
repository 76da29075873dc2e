package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.kibana.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Everything in a saved object that could be wrong, each wrong once: every text that is not there
 * for people alone gets another letter, every id that is a key too, every field in a query and in a
 * formula, and every panel is moved. JSON that is held as text is looked into.
 */
final class Mutations {

    /** Texts for people, colours, and settings that change how something looks. */
    private static final Set<String> LOOKS =
            Set.of(
                    "title",
                    "label",
                    "description",
                    "subtitle",
                    "secondaryPrefix",
                    "markdown",
                    "color",
                    "yTitle",
                    "position",
                    "shape",
                    "valueLabels",
                    "fittingFunction",
                    "preferredSeriesType",
                    "searchTechnique",
                    "by",
                    "direction",
                    "controlStyle",
                    "continuity",
                    "progression",
                    "rangeType",
                    "timeFrom",
                    "timeTo",
                    "scale",
                    "coreMigrationVersion");

    /** Objects in which nothing is looked up: how numbers are written, palettes, legends. */
    private static final Set<String> LOOKS_WHOLLY =
            Set.of("format", "parentFormat", "palette", "legend", "lookupEntries", "gridConfig");

    private static final Set<String> KEYED_BY_ID = Set.of("columns", "layers");
    private static final Pattern ASKED_OF = Pattern.compile("[A-Za-z][A-Za-z.]*(?=: )");
    private static final Pattern ARGUMENT = Pattern.compile("(?<=\\()[A-Za-z.]+(?=[,)])");

    private final List<Mutation> found = new ArrayList<>();

    private Mutations() {}

    /**
     * One thing that is wrong.
     *
     * @param where path of it
     * @param applied to an object, gives the object with it
     */
    record Mutation(String where, Function<ObjectNode, ObjectNode> applied) {}

    static List<Mutation> of(ObjectNode object) {
        Mutations mutations = new Mutations();
        mutations.look(object, "", copy -> copy);
        return mutations.found;
    }

    /**
     * How to come from a copy of the whole object to the place; text in between is written back.
     */
    private interface Way {
        JsonNode go(JsonNode copy);
    }

    private void look(JsonNode node, String path, Way way) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                String key = entry.getKey();
                String here = path + "/" + key;
                if (keyedById(path)) {
                    add(here + " (key)", way, there -> rename((ObjectNode) there, key));
                }
                if (!looksOnly(path, key)) {
                    value(entry.getValue(), key, here, way);
                }
            }
            moved(object, path, way);
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                item(array.get(i), i, path + "/" + i, way);
            }
        }
    }

    private static boolean keyedById(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return KEYED_BY_ID.contains(last)
                || last.equals("fieldFormatMap")
                || path.endsWith("controlGroupInput/panelsJSON");
    }

    private static boolean looksOnly(String path, String key) {
        boolean nameForPeople =
                key.equals("name")
                        && (path.equals("/attributes")
                                || path.endsWith("/action")
                                || path.endsWith("/params"));
        boolean unit = path.matches(".*/fieldFormatMap/[^/]*/params");
        return nameForPeople || unit || LOOKS.contains(key) || LOOKS_WHOLLY.contains(key);
    }

    private void value(JsonNode value, String key, String path, Way way) {
        if (!value.isTextual()) {
            look(value, path, copy -> way.go(copy).get(key));
            return;
        }
        String text = value.textValue();
        if (text.startsWith("{") || text.startsWith("[")) {
            inside(text, key, path, way);
        } else if (key.equals("query") || key.equals("formula")) {
            Pattern fields = key.equals("query") ? ASKED_OF : ARGUMENT;
            fields.matcher(text).results().forEach(match -> word(match, text, key, path, way));
        } else if (!text.isEmpty()) {
            add(path, way, there -> ((ObjectNode) there).put(key, text + "x"));
        }
    }

    private void word(MatchResult match, String text, String key, String path, Way way) {
        String changed = text.substring(0, match.end()) + "x" + text.substring(match.end());
        add(path + " " + match.group(), way, there -> ((ObjectNode) there).put(key, changed));
    }

    /** Looks into JSON that is held as text, and writes each change back as text. */
    private void inside(String text, String key, String path, Way way) {
        Mutations inner = new Mutations();
        inner.look(Json.parse(text), path, copy -> copy);
        for (Mutation mutation : inner.found) {
            add(
                    mutation.where(),
                    way,
                    there -> {
                        ObjectNode wrapped = Json.object("inside", Json.parse(text));
                        JsonNode changed = mutation.applied().apply(wrapped);
                        ((ObjectNode) there).put(key, Json.text(changed.get("inside")));
                    });
        }
    }

    private void item(JsonNode value, int index, String path, Way way) {
        if (value.isTextual()) {
            add(path, way, there -> ((ArrayNode) there).set(index, value.textValue() + "x"));
        } else {
            look(value, path, copy -> way.go(copy).get(index));
        }
    }

    /** A panel on the grid: outside of it, and onto the one above. */
    private void moved(ObjectNode object, String path, Way way) {
        if (path.endsWith("/gridData")) {
            for (String side : List.of("x", "w")) {
                int far = object.path(side).asInt() + 48;
                add(path + "/" + side, way, there -> ((ObjectNode) there).put(side, far));
            }
            if (object.path("y").asInt() > 0) {
                int up = object.path("y").asInt() - 1;
                add(path + "/y", way, there -> ((ObjectNode) there).put("y", up));
            }
            add(path + "/h", way, there -> ((ObjectNode) there).put("h", 0));
        }
    }

    private static void rename(ObjectNode object, String key) {
        UnaryOperator<String> name = old -> old.equals(key) ? old + "x" : old;
        ObjectNode copy = object.deepCopy();
        object.removeAll();
        copy.properties()
                .forEach(entry -> object.set(name.apply(entry.getKey()), entry.getValue()));
    }

    private void add(String where, Way way, Consumer<JsonNode> change) {
        found.add(
                new Mutation(
                        where,
                        object -> {
                            ObjectNode copy = object.deepCopy();
                            change.accept(way.go(unwrapped(copy)));
                            return copy;
                        }));
    }

    private static JsonNode unwrapped(ObjectNode copy) {
        return copy.size() == 1 && copy.has("inside") ? copy.get("inside") : copy;
    }
}
