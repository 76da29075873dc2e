package io.throughline.kibana.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.throughline.kibana.Json;
import java.util.Collection;
import java.util.List;

/** Collects problems, and knows where in an object it is. */
final class Report {

    private final List<Problem> problems;
    private final String where;

    Report(List<Problem> problems, String where) {
        this.problems = problems;
        this.where = where;
    }

    /** The same list, one step further in. */
    Report at(String part) {
        return new Report(problems, where + " > " + part);
    }

    void add(String what) {
        problems.add(new Problem(where, what));
    }

    /** Notes that the value of a field is none of these. */
    void oneOf(JsonNode object, String name, Collection<String> values) {
        String value = object.path(name).asText();
        if (!values.contains(value)) {
            add(name + " '" + value + "' is none of " + values.stream().sorted().toList());
        }
    }

    /** The JSON that a field holds as text; missing, and noted, when it is none. */
    JsonNode parsed(JsonNode object, String name) {
        JsonNode text = object.path(name);
        if (!text.isTextual()) {
            add(name + " is no text");
            return MissingNode.getInstance();
        }
        try {
            return Json.parse(text.textValue());
        } catch (IllegalArgumentException e) {
            add(name + " is no JSON");
            return MissingNode.getInstance();
        }
    }
}
