package io.throughline.channels.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Literals and functions. */
final class Terms {

    private Terms() {}

    /** A text in quotes. */
    record Literal(JsonNode value) implements Term {
        @Override
        public JsonNode of(JsonNode record) {
            return value;
        }

        @Override
        public void fields(Set<String> into) {}

        @Override
        public boolean hashesContent() {
            return false;
        }
    }

    /** A function of other terms. */
    record Call(Function function, List<Term> arguments) implements Term {
        @Override
        public JsonNode of(JsonNode record) {
            return function.apply(arguments, record);
        }

        @Override
        public void fields(Set<String> into) {
            arguments.forEach(argument -> argument.fields(into));
        }

        @Override
        public boolean hashesContent() {
            return function == Function.CONTENT_HASH
                    || arguments.stream().anyMatch(Term::hashesContent);
        }
    }

    /** The functions there are. An object among their arguments is handed on: it is no text. */
    enum Function {
        JOIN("join", 2, Integer.MAX_VALUE) {
            @Override
            JsonNode apply(List<Term> arguments, JsonNode record) {
                String separator = arguments.get(0).of(record).asText();
                List<String> parts = new ArrayList<>();
                for (Term argument : arguments.subList(1, arguments.size())) {
                    JsonNode value = argument.of(record);
                    if (value.isObject()) {
                        return value;
                    }
                    parts.add(text(value));
                }
                String joined =
                        parts.stream()
                                .filter(Objects::nonNull)
                                .collect(Collectors.joining(separator));
                return TextNode.valueOf(joined);
            }
        },
        FIRST("first", 1, Integer.MAX_VALUE) {
            @Override
            JsonNode apply(List<Term> arguments, JsonNode record) {
                return arguments.stream()
                        .map(argument -> argument.of(record))
                        .filter(value -> value.isObject() || text(value) != null)
                        .findFirst()
                        .orElse(MissingNode.getInstance());
            }
        },
        LOWER("lower", 1, 1) {
            @Override
            JsonNode apply(List<Term> arguments, JsonNode record) {
                String value = text(arguments.get(0).of(record));
                return value == null
                        ? MissingNode.getInstance()
                        : TextNode.valueOf(value.toLowerCase(Locale.ROOT));
            }
        },
        CONTENT_HASH("contentHash", 0, 0) {
            @Override
            JsonNode apply(List<Term> arguments, JsonNode record) {
                return TextNode.valueOf(ContentHash.of(record));
            }
        };

        private final String id;
        private final int fewest;
        private final int most;

        Function(String id, int fewest, int most) {
            this.id = id;
            this.fewest = fewest;
            this.most = most;
        }

        abstract JsonNode apply(List<Term> arguments, JsonNode record);

        static Function named(String name, int arguments) {
            for (Function function : values()) {
                if (function.id.equals(name)) {
                    if (arguments < function.fewest || arguments > function.most) {
                        throw new ExpressionException(
                                name + "() does not take " + arguments + " arguments");
                    }
                    return function;
                }
            }
            throw new ExpressionException(
                    "there is no function '"
                            + name
                            + "'; known are join, first, lower and contentHash");
        }
    }

    /** The text of a value; null when it is absent, blank or an object. */
    static String text(JsonNode value) {
        String text = null;
        if (value.isArray()) {
            text =
                    StreamSupport.stream(value.spliterator(), false)
                            .filter(JsonNode::isValueNode)
                            .map(Terms::text)
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(", "));
        } else if (value.isTextual() || value.isNumber() || value.isBoolean()) {
            text = value.asText();
        }
        return text == null || text.isBlank() ? null : text;
    }
}
