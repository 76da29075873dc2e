package io.throughline.channels.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.throughline.channels.text.HtmlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Functions that make text of text. A list is changed item by item, and an object is handed on as
 * it is: it is no text, and whoever needs one says so.
 */
final class TextFunctions {

    private TextFunctions() {}

    static Term join(List<Term> arguments) {
        Term separator = arguments.get(0);
        List<Term> parts = arguments.subList(1, arguments.size());
        return new Terms.Call(
                scope -> {
                    List<String> texts = new ArrayList<>();
                    for (Term part : parts) {
                        JsonNode value = part.of(scope);
                        if (value.isObject()) {
                            return value;
                        }
                        for (JsonNode item : value.isArray() ? value : List.of(value)) {
                            String text = item.isArray() ? null : Terms.text(item);
                            if (text != null) {
                                texts.add(text);
                            }
                        }
                    }
                    return TextNode.valueOf(String.join(separator.of(scope).asText(), texts));
                },
                arguments);
    }

    static Term first(List<Term> arguments) {
        return new Terms.Call(
                scope -> {
                    for (Term argument : arguments) {
                        JsonNode value = argument.of(scope);
                        if (value.isObject() || Terms.text(value) != null) {
                            return value;
                        }
                    }
                    return MissingNode.getInstance();
                },
                arguments);
    }

    static Term lower(List<Term> arguments) {
        return each(arguments, text -> text.toLowerCase(Locale.ROOT));
    }

    static Term upper(List<Term> arguments) {
        return each(arguments, text -> text.toUpperCase(Locale.ROOT));
    }

    static Term trim(List<Term> arguments) {
        return each(arguments, String::strip);
    }

    static Term html(List<Term> arguments) {
        return each(arguments, HtmlText::of);
    }

    static Term replace(List<Term> arguments) {
        SafePattern pattern = SafePattern.of(Arguments.text(arguments, 1, "PATTERN"));
        String with = Arguments.text(arguments, 2, "WITH");
        pattern.checkReplacement(with);
        return each(arguments, text -> pattern.replaced(text, with));
    }

    static Term match(List<Term> arguments) {
        SafePattern pattern = SafePattern.of(Arguments.text(arguments, 1, "PATTERN"));
        return each(arguments, text -> pattern.firstIn(text).orElse(null));
    }

    /** The part of that index, from the end when it is below zero; all parts without an index. */
    static Term split(List<Term> arguments) {
        String separator = Arguments.text(arguments, 1, "SEPARATOR");
        if (separator.isEmpty()) {
            throw new ExpressionException("split() needs a separator that is not empty");
        }
        if (arguments.size() == 2) {
            return new Terms.Call(
                    scope -> {
                        String text = Terms.text(arguments.get(0).of(scope));
                        ArrayNode list = JsonNodeFactory.instance.arrayNode();
                        if (text != null) {
                            parts(text, separator).forEach(part -> list.add(part.strip()));
                        }
                        return list;
                    },
                    arguments);
        }
        int index = Arguments.whole(arguments, 2, "INDEX");
        return each(
                arguments,
                text -> {
                    List<String> parts = parts(text, separator);
                    int at = index < 0 ? parts.size() + index : index;
                    return at < 0 || at >= parts.size() ? null : parts.get(at);
                });
    }

    private static List<String> parts(String text, String separator) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    /** Items of a list, characters of everything else; 0 when there is nothing. */
    static Term length(List<Term> arguments) {
        return new Terms.Call(
                scope -> {
                    JsonNode value = arguments.get(0).of(scope);
                    if (value.isContainerNode()) {
                        return IntNode.valueOf(value.size());
                    }
                    String text = Terms.text(value);
                    return IntNode.valueOf(
                            text == null ? 0 : text.codePointCount(0, text.length()));
                },
                arguments);
    }

    /**
     * @param change of a text that is not blank; null means that nothing is left
     */
    private static Term each(List<Term> arguments, UnaryOperator<String> change) {
        Term of = arguments.get(0);
        return new Terms.Call(scope -> changed(of.of(scope), change), arguments);
    }

    private static JsonNode changed(JsonNode value, UnaryOperator<String> change) {
        if (value.isObject()) {
            return value;
        }
        if (value.isArray()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            for (JsonNode item : value) {
                JsonNode other = item.isArray() ? item : changed(item, change);
                if (!other.isMissingNode()) {
                    list.add(other);
                }
            }
            return list;
        }
        String text = Terms.text(value);
        String changed = text == null ? null : change.apply(text);
        return changed == null ? MissingNode.getInstance() : TextNode.valueOf(changed);
    }
}
