package io.throughline.kibana.formula;

import io.throughline.kibana.formula.Node.Call;
import io.throughline.kibana.formula.Node.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a formula by the grammar of Kibana's tinymath, without comparisons. Each rule takes the
 * white space around it, so a part's place includes that; of a chain of equal operators only the
 * whole has a place. Saved trees hold these places, so they must come out the same.
 */
final class Parser {

    private static final Pattern SPACE = Pattern.compile("[ \\t\\n\\r]*");
    private static final Pattern FUNCTION = Pattern.compile("([a-zA-Z_-]+)\\(");
    private static final Pattern NUMBER =
            Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE]-?[0-9]+)?");
    private static final Pattern WORD = Pattern.compile("[0-9A-Za-z._@\\[\\]-]+");
    private static final Pattern NAME = Pattern.compile("([a-zA-Z_]+)[ \\t\\n\\r]*=[ \\t\\n\\r]*");
    private static final Pattern QUOTED =
            Pattern.compile("\"((?:\\\\\"|[^\"])*)\"|'((?:\\\\'|[^'])*)'");

    private final String text;
    private int at;

    private Parser(String text) {
        this.text = text;
    }

    /**
     * The tree of a formula.
     *
     * @throws FormulaException when it is none
     */
    static Node parse(String formula) {
        Parser parser = new Parser(formula);
        Node node = parser.sum();
        if (parser.at < formula.length()) {
            throw parser.unexpected();
        }
        return node;
    }

    private Node sum() {
        int start = at;
        skip();
        Node left = product();
        while (next('+') || next('-')) {
            String name = text.charAt(at++) == '+' ? "add" : "subtract";
            left = new Call(name, List.of(left, product()), null);
        }
        return placed(left, start);
    }

    private Node product() {
        int start = at;
        skip();
        Node left = factor();
        while (next('*') || next('/')) {
            String name = text.charAt(at++) == '*' ? "multiply" : "divide";
            left = new Call(name, List.of(left, factor()), null);
        }
        return placed(left, start);
    }

    private Node factor() {
        int start = at;
        skip();
        if (next('(')) {
            at++;
            skip();
            Node inner = sum();
            expect(')');
            skip();
            return inner;
        }
        Matcher function = match(FUNCTION);
        if (function != null) {
            List<Node> arguments = arguments();
            return placed(new Call(function.group(1), arguments, null), start);
        }
        return literal();
    }

    private List<Node> arguments() {
        List<Node> arguments = new ArrayList<>();
        skip();
        while (!next(')')) {
            if (!arguments.isEmpty()) {
                expect(',');
                skip();
            }
            arguments.add(argument());
            skip();
        }
        expect(')');
        skip();
        return arguments;
    }

    private Node argument() {
        Matcher name = match(NAME);
        if (name == null) {
            return sum();
        }
        Matcher quoted = match(QUOTED);
        Matcher plain = quoted == null ? match(WORD) : null;
        if (quoted == null && plain == null) {
            throw unexpected();
        }
        skip();
        return new Node.Named(name.group(1), plain == null ? unquoted(quoted) : plain.group());
    }

    private Node literal() {
        Matcher number = match(NUMBER);
        Matcher quoted = number == null ? match(QUOTED) : null;
        Matcher word = number == null && quoted == null ? match(WORD) : null;
        if (number == null && quoted == null && word == null) {
            throw unexpected();
        }
        skip();
        if (number != null) {
            return new Node.Number(Double.parseDouble(number.group()));
        }
        return new Node.Variable(quoted == null ? word.group() : unquoted(quoted));
    }

    private static String unquoted(Matcher quoted) {
        return quoted.group(1) == null
                ? quoted.group(2).replace("\\'", "'")
                : quoted.group(1).replace("\\\"", "\"");
    }

    private Node placed(Node node, int start) {
        return node instanceof Call call
                ? call.at(new Place(start, at, text.substring(start, at)))
                : node;
    }

    private boolean next(char expected) {
        return at < text.length() && text.charAt(at) == expected;
    }

    private void expect(char expected) {
        if (!next(expected)) {
            throw unexpected();
        }
        at++;
    }

    private void skip() {
        match(SPACE);
    }

    /** What comes next, taken; null when it is something else. */
    private Matcher match(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher;
    }

    private FormulaException unexpected() {
        return new FormulaException(
                at < text.length()
                        ? "unexpected '" + text.charAt(at) + "' at " + at + " of: " + text
                        : "unexpected end of: " + text);
    }
}
