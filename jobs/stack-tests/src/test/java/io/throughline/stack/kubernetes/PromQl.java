package io.throughline.stack.kubernetes;

import io.throughline.stack.kubernetes.PromFunctions.Type;
import io.throughline.stack.kubernetes.PromTokens.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether Prometheus would take a query: its grammar and its types, as far as rules and panels use
 * it. The Prometheus operator's admission web hook would say the same, where it is installed; where
 * it is not, a rule with a mistake takes all rules of its file with it, without a word.
 */
final class PromQl {

    private static final List<Set<String>> LEVELS =
            List.of(
                    Set.of("or"),
                    Set.of("and", "unless"),
                    Set.of("==", "!=", ">", "<", ">=", "<="),
                    Set.of("+", "-"),
                    Set.of("*", "/", "%", "atan2"));
    private static final int COMPARISONS = 2;

    private static final Set<String> MATCHING = Set.of("on", "ignoring");
    private static final Set<String> GROUPING = Set.of("by", "without");
    private static final Set<String> SIDES = Set.of("group_left", "group_right");

    private static final Set<String> WORDS =
            Set.of(
                    "or",
                    "and",
                    "unless",
                    "atan2",
                    "on",
                    "ignoring",
                    "by",
                    "without",
                    "group_left",
                    "group_right",
                    "bool",
                    "offset");

    private final PromTokens tokens;

    private PromQl(PromTokens tokens) {
        this.tokens = tokens;
    }

    /** What is wrong with a query of a rule or a panel. */
    static Optional<String> problem(String query) {
        try {
            PromQl parser = new PromQl(new PromTokens(query));
            Type type = parser.level(0);
            parser.tokens.need(Kind.END);
            return type == Type.VECTOR || type == Type.SCALAR
                    ? Optional.empty()
                    : Optional.of("it gives a " + type);
        } catch (IllegalArgumentException e) {
            return Optional.of(e.getMessage());
        }
    }

    private Type level(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        Type left = level(level + 1);
        while (tokens.is(LEVELS.get(level))) {
            String operator = tokens.next().text();
            boolean bool = level == COMPARISONS && tokens.take("bool");
            boolean matching = matching();
            Type right = level(level + 1);
            boolean scalars = left == Type.SCALAR && right == Type.SCALAR;
            boolean vectors = left == Type.VECTOR && right == Type.VECTOR;
            check(number(left) && number(right), operator + " between " + left + " and " + right);
            check(vectors || (!matching && level >= COMPARISONS), operator + " needs vectors");
            check(bool || !scalars || level != COMPARISONS, operator + " of numbers needs bool");
            left = scalars ? Type.SCALAR : Type.VECTOR;
        }
        return left;
    }

    private boolean matching() {
        if (!tokens.is(MATCHING)) {
            return false;
        }
        tokens.next();
        labels();
        if (tokens.is(SIDES)) {
            tokens.next();
            if (tokens.peek(0).text().equals("(")) {
                labels();
            }
        }
        return true;
    }

    private Type unary() {
        if (tokens.take("-") || tokens.take("+")) {
            Type type = unary();
            check(number(type), "a sign before a " + type);
            return type;
        }
        Type base = range();
        if (tokens.take("^")) {
            Type power = unary();
            check(number(base) && number(power), "^ of " + base + " and " + power);
            return base == Type.SCALAR ? power : base;
        }
        return base;
    }

    private Type range() {
        boolean selector = selecting();
        Type type = primary();
        if (tokens.is(Kind.RANGE)) {
            check(selector && type == Type.VECTOR, "a range of what is no series");
            tokens.next();
            type = Type.MATRIX;
        } else if (tokens.is(Kind.SUBQUERY)) {
            check(type == Type.VECTOR, "a range of a " + type);
            tokens.next();
            type = Type.MATRIX;
            selector = true;
        }
        if (tokens.take("offset")) {
            check(selector, "offset of what is no series");
            boolean back = tokens.take("-");
            check(tokens.is(Kind.DURATION), "offset" + (back ? " -" : "") + " needs a time");
            tokens.next();
        }
        return type;
    }

    private boolean selecting() {
        return tokens.peek(0).text().equals("{")
                || (tokens.is(Kind.NAME) && !tokens.peek(1).text().equals("(") && !grouped());
    }

    private boolean grouped() {
        return GROUPING.contains(tokens.peek(1).text());
    }

    private Type primary() {
        if (tokens.take("(")) {
            Type type = level(0);
            tokens.need(")");
            return type;
        }
        if (tokens.is(Kind.NUMBER)) {
            tokens.next();
            return Type.SCALAR;
        }
        if (tokens.is(Kind.TEXT)) {
            tokens.next();
            return Type.TEXT;
        }
        if (tokens.is(Set.of("{"))) {
            matchers(true);
            return Type.VECTOR;
        }
        boolean call = tokens.peek(1).text().equals("(") || grouped();
        String name = tokens.need(Kind.NAME);
        if (call) {
            return call(name);
        }
        check(!WORDS.contains(name.toLowerCase(Locale.ROOT)), name + " is no series");
        if (tokens.is(Set.of("{"))) {
            matchers(false);
        }
        return Type.VECTOR;
    }

    private Type call(String name) {
        boolean plain = PromFunctions.AGGREGATIONS.contains(name);
        if (!plain && !PromFunctions.WITH_PARAMETER.containsKey(name)) {
            return PromFunctions.result(name, arguments());
        }
        boolean before = grouping();
        List<Type> arguments = arguments();
        if (!before) {
            grouping();
        }
        List<Type> due =
                plain
                        ? List.of(Type.VECTOR)
                        : List.of(PromFunctions.WITH_PARAMETER.get(name), Type.VECTOR);
        check(arguments.equals(due), name + " takes " + due + ", not " + arguments);
        return Type.VECTOR;
    }

    private boolean grouping() {
        boolean there = tokens.is(GROUPING);
        if (there) {
            tokens.next();
            labels();
        }
        return there;
    }

    private List<Type> arguments() {
        List<Type> arguments = new ArrayList<>();
        tokens.need("(");
        if (!tokens.take(")")) {
            do {
                arguments.add(level(0));
            } while (tokens.take(","));
            tokens.need(")");
        }
        return arguments;
    }

    private void labels() {
        tokens.need("(");
        if (!tokens.take(")")) {
            do {
                tokens.need(Kind.NAME);
            } while (tokens.take(","));
            tokens.need(")");
        }
    }

    private void matchers(boolean nameless) {
        tokens.need("{");
        check(!nameless || !tokens.is(Set.of("}")), "a selector of everything");
        while (!tokens.take("}")) {
            tokens.need(Kind.NAME);
            check(tokens.is(Set.of("=", "!=", "=~", "!~")), "no way to compare a label");
            boolean pattern = tokens.next().text().contains("~");
            String text = tokens.need(Kind.TEXT);
            if (pattern) {
                Pattern.compile(text.substring(1, text.length() - 1));
            }
            check(tokens.take(",") || tokens.is(Set.of("}")), "} is due");
        }
    }

    private static boolean number(Type type) {
        return type == Type.SCALAR || type == Type.VECTOR;
    }

    private static void check(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }
}
