package io.throughline.channels.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads the text of an expression. */
final class ExpressionParser {

    private static final int DEEPEST = 20;

    /** A backslash before anything else is one, as patterns have it: {@code '\\d'}. */
    private static final String ESCAPES = "ntr\\'\"";

    private static final String ESCAPED = "\n\t\r\\'\"";

    private final String source;
    private int at;

    ExpressionParser(String source) {
        this.source = source;
    }

    Term parse() {
        Term term = term(0);
        skipSpace();
        if (at < source.length()) {
            throw problem("'" + source.substring(at) + "' is left over");
        }
        return term;
    }

    private Term term(int depth) {
        skipSpace();
        if (depth > DEEPEST) {
            throw problem("too many functions inside each other");
        }
        if (at >= source.length()) {
            throw problem("a path, a function or a text in quotes is due");
        }
        char first = source.charAt(at);
        if (first == '$') {
            String path = path();
            return path.startsWith("$$")
                    ? new Terms.InPage(Path.compile(path.substring(1)))
                    : new Terms.InRecord(Path.compile(path));
        }
        if (first == '\'' || first == '"') {
            return Terms.Literal.text(quoted());
        }
        if (first == '-' || Character.isDigit(first)) {
            return new Terms.Literal(number());
        }
        Term call = call(depth);
        boolean goesOn =
                at < source.length() && (source.charAt(at) == '.' || source.charAt(at) == '[');
        return goesOn ? new Terms.Inside(call, Path.compile("$" + path())) : call;
    }

    private JsonNode number() {
        int start = at;
        while (at < source.length() && "+-.0123456789".indexOf(source.charAt(at)) >= 0) {
            at++;
        }
        String text = source.substring(start, at);
        try {
            BigDecimal number = new BigDecimal(text);
            return number.scale() <= 0 && number.precision() < 10
                    ? IntNode.valueOf(number.intValueExact())
                    : DecimalNode.valueOf(number);
        } catch (NumberFormatException e) {
            throw problem("'" + text + "' is no number");
        }
    }

    private Term call(int depth) {
        int start = at;
        while (at < source.length() && Character.isLetterOrDigit(source.charAt(at))) {
            at++;
        }
        String name = source.substring(start, at);
        skipSpace();
        if (name.equals("contentHash") && (at >= source.length() || source.charAt(at) != '(')) {
            return Functions.call(name, List.of());
        }
        if (name.isEmpty() || at >= source.length() || source.charAt(at) != '(') {
            throw problem(
                    "write a column or field as $.name or $['a name'], a fixed text in quotes");
        }
        at++;
        List<Term> arguments = new ArrayList<>();
        skipSpace();
        while (at < source.length() && source.charAt(at) != ')') {
            arguments.add(term(depth + 1));
            skipSpace();
            if (at < source.length() && source.charAt(at) == ',') {
                at++;
            } else if (at < source.length() && source.charAt(at) != ')') {
                throw problem("a comma or ')' is due at '" + source.substring(at) + "'");
            }
        }
        if (at >= source.length()) {
            throw problem("')' is missing");
        }
        at++;
        return Functions.call(name, List.copyOf(arguments));
    }

    /** A path ends at a comma, a closing parenthesis or white space outside its own brackets. */
    private String path() {
        int start = at;
        int open = 0;
        char quote = 0;
        for (; at < source.length(); at++) {
            char c = source.charAt(at);
            if (quote != 0) {
                if (c == '\\') {
                    at++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (open > 0 && (c == '\'' || c == '"')) {
                quote = c;
            } else if (c == '[' || c == '(') {
                open++;
            } else if (open > 0 && (c == ']' || c == ')')) {
                open--;
            } else if (open == 0 && (c == ',' || c == ')' || Character.isWhitespace(c))) {
                break;
            }
        }
        at = Math.min(at, source.length());
        if (quote != 0) {
            throw problem(
                    "the quote in brackets is not closed; YAML takes ' #' as a comment, so put the"
                            + " whole expression in double quotes");
        }
        return source.substring(start, at);
    }

    private String quoted() {
        char quote = source.charAt(at++);
        StringBuilder text = new StringBuilder();
        while (at < source.length()) {
            char c = source.charAt(at++);
            if (c == quote) {
                return text.toString();
            }
            if (c == '\\' && at < source.length()) {
                int escape = ESCAPES.indexOf(source.charAt(at));
                if (escape >= 0) {
                    c = ESCAPED.charAt(escape);
                    at++;
                }
            }
            text.append(c);
        }
        throw problem("the closing quote is missing");
    }

    private void skipSpace() {
        while (at < source.length() && Character.isWhitespace(source.charAt(at))) {
            at++;
        }
    }

    private ExpressionException problem(String message) {
        return new ExpressionException("'" + source + "': " + message);
    }
}
