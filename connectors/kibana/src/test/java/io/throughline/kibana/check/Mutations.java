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
import java.util.stream.StreamSupport;

/**
 * Everything in a saved object that could be wrong, each wrong once. Every text gets another letter
 * and gives way to others that stand under the same key, every id of a column to every other column
 * of its chart; every member of an object and of a list is left out; every id that is a key gets
 * another letter, and every field in a query and in a formula. JSON that is held as text is looked
 * into.
 */
final class Mutations {

    /** Ends of paths to settings of how something looks, and to words that Kibana nowhere shows. */
    private static final Pattern LOOKS =
            Pattern.compile(
                    ".*/(legend|gridConfig|[a-zA-Z]*VisibilitySettings|parentFormat|scale|customLabel"
                            + "|emptyAsNull|sampling|grow|width|color|managed|version|rowHeight"
                            + "|hideChart|optionsJSON|searchTechnique|sort/by|sort/direction"
                            + "|explicitInput/sort|controlStyle|savedVis/(title|description|data|params/fontSize)"
                            + "|embeddableConfig/attributes/title|columns/[^/]*X[0-9]+/(label|params))");

    private static final Set<String> KEYED_BY_ID = Set.of("columns", "layers");

    /** Of these more others are tried. */
    private static final Set<String> TELLING =
            Set.of("sourceField", "fieldName", "sortField", "timeFieldName", "id", "seriesType");

    private static final int MANY = 4;
    private static final int FEW = 1;
    private static final Pattern ASKED_OF = Pattern.compile("[A-Za-z][A-Za-z.]*(?=: )");
    private static final Pattern ARGUMENT = Pattern.compile("(?<=\\()[A-Za-z.]+(?=[,)])");

    private final List<Mutation> found = new ArrayList<>();
    private final Pool pool;

    private Mutations(Pool pool) {
        this.pool = pool;
    }

    /**
     * One thing that is wrong.
     *
     * @param where path of it
     * @param applied to an object, gives the object with it
     */
    record Mutation(String where, Function<ObjectNode, ObjectNode> applied) {}

    static List<Mutation> of(ObjectNode object, Pool pool) {
        Mutations mutations = new Mutations(pool);
        mutations.look(object, "", Set.of(), copy -> copy);
        return mutations.found;
    }

    /** Each panel of a dashboard outside of the grid, without a height, and onto the one above. */
    static List<Mutation> moves(ObjectNode dashboard) {
        Mutations mutations = new Mutations(new Pool());
        JsonNode panels = Json.parse(dashboard.at("/attributes/panelsJSON").asText());
        for (int i = 0; i < panels.size(); i++) {
            JsonNode grid = panels.get(i).path("gridData");
            mutations.move(i, "x", grid.path("x").asInt() + 48);
            mutations.move(i, "w", grid.path("w").asInt() + 48);
            mutations.move(i, "h", 0);
            if (grid.path("y").asInt() > 0) {
                mutations.move(i, "y", grid.path("y").asInt() - 1);
            }
        }
        return mutations.found;
    }

    private void move(int panel, String side, int to) {
        add(
                "/panels/" + panel + "/" + side + " = " + to,
                copy -> copy.path("attributes"),
                attributes -> {
                    JsonNode panels = Json.parse(attributes.path("panelsJSON").asText());
                    ((ObjectNode) panels.get(panel).path("gridData")).put(side, to);
                    ((ObjectNode) attributes).put("panelsJSON", Json.text(panels));
                });
    }

    /**
     * How to come from a copy of the whole object to the place; text in between is written back.
     */
    private interface Way {
        JsonNode go(JsonNode copy);
    }

    private void look(JsonNode node, String path, Set<String> around, Way way) {
        Set<String> columns = node.has("datasourceStates") ? Pool.columns(node) : around;
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> entry : object.properties()) {
                String key = entry.getKey();
                String here = path + "/" + key;
                if (keyedById(path)) {
                    add(here + " (key)", way, there -> rename((ObjectNode) there, key));
                }
                if (!LOOKS.matcher(here).matches()) {
                    if (!blank(entry.getValue())) {
                        add(here + " (gone)", way, there -> ((ObjectNode) there).remove(key));
                    }
                    value(object, key, here, columns, way);
                }
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                String here = path + "/" + i;
                add(here + " (gone)", way, there -> ((ArrayNode) there).remove(index));
                item(array.get(i), i, here, columns, way);
            }
        }
    }

    /** Nothing, and what is the same as nothing. */
    private static boolean blank(JsonNode value) {
        if (value.isTextual()) {
            return Set.of("", "{}", "[]").contains(value.textValue());
        }
        return value.isContainerNode()
                ? StreamSupport.stream(value.spliterator(), false).allMatch(Mutations::blank)
                : value.isBoolean() && !value.booleanValue();
    }

    private static boolean keyedById(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        return KEYED_BY_ID.contains(last)
                || last.equals("fieldFormatMap")
                || path.endsWith("controlGroupInput/panelsJSON");
    }

    private void value(ObjectNode object, String key, String path, Set<String> columns, Way way) {
        JsonNode value = object.get(key);
        if (!value.isTextual()) {
            look(value, path, columns, copy -> way.go(copy).get(key));
            return;
        }
        String text = value.textValue();
        if (Pool.json(text)) {
            inside(text, key, path, way);
            return;
        }
        if (key.equals("query") || key.equals("formula")) {
            Pattern fields = key.equals("query") ? ASKED_OF : ARGUMENT;
            fields.matcher(text).results().forEach(match -> word(match, text, key, path, way));
        } else if (!text.isEmpty()) {
            set(path, key, text + "x", way);
        }
        if (columns.contains(text)) {
            columns.stream().filter(id -> !id.equals(text)).forEach(id -> set(path, key, id, way));
        } else {
            pool.instead(key, object, text).stream()
                    .limit(TELLING.contains(key) ? MANY : FEW)
                    .forEach(other -> set(path, key, other, way));
        }
    }

    private void set(String path, String key, String value, Way way) {
        add(path + " = " + value, way, there -> ((ObjectNode) there).put(key, value));
    }

    private void word(MatchResult match, String text, String key, String path, Way way) {
        String changed = text.substring(0, match.end()) + "x" + text.substring(match.end());
        set(path, key, changed, way);
    }

    /** Looks into JSON that is held as text, and writes each change back as text. */
    private void inside(String text, String key, String path, Way way) {
        Mutations inner = new Mutations(pool);
        inner.look(Json.parse(text), path, Set.of(), copy -> copy);
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

    private void item(JsonNode value, int index, String path, Set<String> columns, Way way) {
        if (!value.isTextual()) {
            look(value, path, columns, copy -> way.go(copy).get(index));
            return;
        }
        String text = value.textValue();
        add(path, way, there -> ((ArrayNode) there).set(index, text + "x"));
        if (columns.contains(text)) {
            columns.stream()
                    .filter(id -> !id.equals(text))
                    .forEach(
                            id ->
                                    add(
                                            path + " = " + id,
                                            way,
                                            there -> ((ArrayNode) there).set(index, id)));
        }
        if (index > 0 && !path.contains("/columnOrder/")) {
            add(
                    path + " (before)",
                    way,
                    there -> {
                        ArrayNode list = (ArrayNode) there;
                        list.insert(index - 1, list.remove(index));
                    });
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
