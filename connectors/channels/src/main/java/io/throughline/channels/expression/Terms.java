package io.throughline.channels.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Literals, paths and calls; and what a value is as text. */
final class Terms {

    private Terms() {}

    /** A text in quotes, or a number. */
    record Literal(JsonNode value) implements Term {

        static Literal text(String text) {
            return new Literal(TextNode.valueOf(text));
        }

        @Override
        public JsonNode of(Scope scope) {
            return value;
        }

        @Override
        public boolean samePerPage() {
            return true;
        }
    }

    /** A path in the record: {@code $}. */
    record InRecord(Path path) implements Term {
        @Override
        public JsonNode of(Scope scope) {
            return path.of(scope.record());
        }

        @Override
        public void fields(Set<String> into) {
            path.firstField().ifPresent(into::add);
        }
    }

    /** A path in what is around the record: {@code $$}. */
    record InPage(Path path) implements Term {
        @Override
        public JsonNode of(Scope scope) {
            return path.of(scope.page().root());
        }

        @Override
        public boolean samePerPage() {
            return true;
        }
    }

    /** A path that goes on behind a function. */
    record Inside(Term from, Path path) implements Term {
        @Override
        public JsonNode of(Scope scope) {
            return path.of(from.of(scope));
        }

        @Override
        public List<Term> parts() {
            return List.of(from);
        }
    }

    /** A function of other terms. */
    record Call(Function function, List<Term> parts) implements Term {
        @Override
        public JsonNode of(Scope scope) {
            return function.of(scope);
        }
    }

    /** What a function makes of a scope, its arguments being bound. */
    @FunctionalInterface
    interface Function {
        JsonNode of(Scope scope);
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
