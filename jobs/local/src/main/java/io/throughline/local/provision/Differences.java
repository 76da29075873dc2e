package io.throughline.local.provision;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Compares JSON field by field. The order of fields means nothing, that of arrays does. */
final class Differences {

    private Differences() {}

    /** Every field in which the two differ. */
    static List<Difference> between(JsonNode before, JsonNode after) {
        List<Difference> found = new ArrayList<>();
        compare("", before, after, Extra.COUNTS, found);
        return found;
    }

    /**
     * Every field of {@code after} that {@code before} has not or has otherwise. What {@code
     * before} has besides is the server's: defaults that it writes down, and who changed it when.
     */
    static List<Difference> missing(JsonNode before, JsonNode after) {
        List<Difference> found = new ArrayList<>();
        compare("", before, after, Extra.IS_LEFT, found);
        return found;
    }

    private enum Extra {
        COUNTS,
        IS_LEFT
    }

    private static void compare(
            String path, JsonNode before, JsonNode after, Extra extra, List<Difference> found) {
        if (isObject(before) && isObject(after)) {
            TreeSet<String> names = new TreeSet<>();
            after.fieldNames().forEachRemaining(names::add);
            if (extra == Extra.COUNTS) {
                before.fieldNames().forEachRemaining(names::add);
            }
            names.forEach(
                    name ->
                            compare(
                                    path.isEmpty() ? name : path + "." + name,
                                    before.get(name),
                                    after.get(name),
                                    extra,
                                    found));
        } else if (areArraysOfObjects(before, after)) {
            for (int i = 0; i < after.size(); i++) {
                compare(path + "[" + i + "]", before.get(i), after.get(i), extra, found);
            }
        } else if (!same(before, after)) {
            found.add(new Difference(path, before, after));
        }
    }

    /** Arrays of another length are shown as wholes: their items need not belong to each other. */
    private static boolean areArraysOfObjects(JsonNode before, JsonNode after) {
        return before != null
                && after != null
                && before.isArray()
                && after.isArray()
                && before.size() == after.size()
                && !after.isEmpty()
                && isObject(after.get(0))
                && isObject(before.get(0));
    }

    private static boolean isObject(JsonNode node) {
        return node != null && node.isObject();
    }

    /** Numbers by value: 1 and 1.0 are the same. */
    private static boolean same(JsonNode before, JsonNode after) {
        if (before == null || after == null) {
            return before == after;
        }
        if (before.isNumber() && after.isNumber()) {
            return before.decimalValue().compareTo(after.decimalValue()) == 0;
        }
        return before.equals(after);
    }
}
