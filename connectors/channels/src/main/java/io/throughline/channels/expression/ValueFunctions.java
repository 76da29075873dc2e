package io.throughline.channels.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Decoded;
import io.throughline.channels.json.JsonDocument;
import io.throughline.channels.json.JsonReader;
import io.throughline.model.FailureReason;
import io.throughline.model.RawEnvelope;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Functions that find values: by another value, inside a text, or beside the record. */
final class ValueFunctions {

    /** Levels of JSON inside a text. */
    private static final int DEEPEST = 200;

    private ValueFunctions() {}

    /** The result beside the value that {@code a} is; else the last argument if it is alone. */
    static Term choose(List<Term> arguments) {
        int pairs = (arguments.size() - 1) / 2;
        return new Terms.Call(
                scope -> {
                    String value = stripped(arguments.get(0).of(scope));
                    for (int i = 0; i < pairs; i++) {
                        if (value.equals(stripped(arguments.get(1 + 2 * i).of(scope)))) {
                            return arguments.get(2 + 2 * i).of(scope);
                        }
                    }
                    return arguments.size() % 2 == 0
                            ? arguments.get(arguments.size() - 1).of(scope)
                            : MissingNode.getInstance();
                },
                arguments);
    }

    /**
     * The item of a list whose field, or value at a path, is what {@code a} is; or the value of an
     * object under that name. A list that is the same for the whole page is indexed once.
     */
    static Term lookup(List<Term> arguments) {
        Term list = arguments.get(0);
        Term wanted = arguments.get(arguments.size() - 1);
        if (arguments.size() == 2) {
            return new Terms.Call(
                    scope -> list.of(scope).path(stripped(wanted.of(scope))), arguments);
        }
        String key = Arguments.text(arguments, 1, "KEY");
        Path path = Path.compile(key.startsWith("$") ? key : "$['" + key + "']");
        return new Lookup(list, path, wanted, arguments);
    }

    private record Lookup(Term list, Path key, Term wanted, List<Term> parts) implements Term {
        @Override
        public JsonNode of(Scope scope) {
            String value = stripped(wanted.of(scope));
            if (value.isEmpty()) {
                return MissingNode.getInstance();
            }
            Map<String, JsonNode> index =
                    list.samePerPage()
                            ? scope.page().index(this, () -> index(list.of(scope), key))
                            : index(list.of(scope), key);
            return index.getOrDefault(value, MissingNode.getInstance());
        }
    }

    /** The first item wins where several have the same key. */
    private static Map<String, JsonNode> index(JsonNode list, Path key) {
        Map<String, JsonNode> index = new HashMap<>();
        for (JsonNode item : list) {
            String text = Terms.text(key.of(item));
            if (text != null) {
                index.putIfAbsent(text.strip(), item);
            }
        }
        return index;
    }

    static Term json(List<Term> arguments) {
        Term of = arguments.get(0);
        return new Terms.Call(
                scope -> {
                    JsonNode value = of.of(scope);
                    if (value.isContainerNode()) {
                        return value;
                    }
                    String text = Terms.text(value);
                    return text == null ? MissingNode.getInstance() : parsed(text);
                },
                arguments);
    }

    private static JsonNode parsed(String text) {
        JsonDocument document;
        try {
            document = JsonReader.read(new Decoded(text, true), DEEPEST);
        } catch (RejectedException e) {
            throw RejectedException.invalid("a text that should be JSON", "is none");
        }
        Optional<FailureReason> flaw = document.flawOf(document.root());
        if (flaw.isPresent()) {
            throw new RejectedException(flaw.get(), "JSON inside a text cannot be read");
        }
        return document.root();
    }

    static Term contentHash(List<Term> arguments) {
        return new Hash(arguments);
    }

    /** A hash of these values, of the whole record without any. */
    private record Hash(List<Term> parts) implements Term {
        @Override
        public JsonNode of(Scope scope) {
            if (parts.isEmpty()) {
                return TextNode.valueOf(ContentHash.of(scope.record()));
            }
            ArrayNode values = JsonNodeFactory.instance.arrayNode();
            parts.forEach(part -> values.add(part.of(scope)));
            return TextNode.valueOf(ContentHash.of(values));
        }

        @Override
        public boolean hashesContent() {
            return true;
        }
    }

    static Term header(List<Term> arguments) {
        String name = Arguments.text(arguments, 0, "NAME");
        return fromHeader(name.toLowerCase(Locale.ROOT), arguments);
    }

    static Term fileName(List<Term> arguments) {
        return fromHeader(RawEnvelope.FILE_NAME, arguments);
    }

    private static Term fromHeader(String name, List<Term> arguments) {
        return new Terms.Call(
                scope -> {
                    String value = scope.header(name);
                    return value == null ? MissingNode.getInstance() : TextNode.valueOf(value);
                },
                arguments);
    }

    private static String stripped(JsonNode value) {
        String text = Terms.text(value);
        return text == null ? "" : text.strip();
    }
}
