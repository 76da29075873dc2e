package io.throughline.taggers.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Pieces of text one of which every match of an expression contains, so that a text without any of
 * them need not be searched. Only what is plain to see is taken from the expression: literals, and
 * groups of alternatives, that must be there.
 */
final class RequiredText {

    private static final int SHORT = 3;

    private final String expression;
    private int at;

    private RequiredText(String expression) {
        this.expression = expression;
    }

    /** The pieces in lower case; empty when none is known. */
    static List<String> of(String expression) {
        if (expression.contains("(?") || expression.contains("\\Q")) {
            return List.of();
        }
        RequiredText reader = new RequiredText(expression);
        List<String> pieces = reader.alternatives();
        return reader.at == expression.length() ? pieces : List.of();
    }

    /** Up to the end or a closing bracket; empty when one alternative requires nothing. */
    private List<String> alternatives() {
        List<String> all = new ArrayList<>();
        boolean known = true;
        while (true) {
            List<String> one = sequence();
            known &= !one.isEmpty();
            all.addAll(one);
            if (at >= expression.length() || expression.charAt(at) == ')') {
                return known ? all : List.of();
            }
            at++;
        }
    }

    /** Up to a bar, the end or a closing bracket: the pieces of the part that tells most. */
    private List<String> sequence() {
        List<String> best = List.of();
        StringBuilder literal = new StringBuilder();
        while (at < expression.length() && "|)".indexOf(expression.charAt(at)) < 0) {
            char c = expression.charAt(at);
            if (c == '(') {
                best = better(best, literal(literal));
                at++;
                List<String> group = alternatives();
                at++;
                if (!isOptional()) {
                    best = better(best, group);
                }
                skipQuantifier();
            } else if (c == '[' || c == '\\' || "^$.".indexOf(c) >= 0) {
                best = better(best, literal(literal));
                skipClass(c);
                skipQuantifier();
            } else {
                at++;
                if (isOptional()) {
                    best = better(best, literal(literal));
                } else {
                    literal.append(c);
                }
                if (skipQuantifier()) {
                    best = better(best, literal(literal));
                }
            }
        }
        return better(best, literal(literal));
    }

    private void skipClass(char first) {
        if (first == '[') {
            int close = expression.indexOf(']', at + 2);
            at = close < 0 ? expression.length() + 1 : close + 1;
        } else {
            at += first == '\\' ? 2 : 1;
        }
    }

    private boolean isOptional() {
        return at < expression.length()
                && ("?*".indexOf(expression.charAt(at)) >= 0 || expression.startsWith("{0", at));
    }

    private boolean skipQuantifier() {
        int before = at;
        while (at < expression.length() && "?*+{".indexOf(expression.charAt(at)) >= 0) {
            int close = expression.charAt(at) == '{' ? expression.indexOf('}', at) : at;
            at = close < 0 ? expression.length() + 1 : close + 1;
        }
        return at > before;
    }

    private static List<String> literal(StringBuilder literal) {
        String piece = literal.toString().toLowerCase(Locale.ROOT);
        literal.setLength(0);
        boolean plain = piece.chars().allMatch(c -> c < 128);
        return plain && piece.length() >= SHORT ? List.of(piece) : List.of();
    }

    /** Longer pieces are rarer, and fewer are sooner looked for. */
    private static List<String> better(List<String> one, List<String> other) {
        return worth(other) > worth(one) ? other : one;
    }

    private static double worth(List<String> pieces) {
        int shortest = pieces.stream().mapToInt(String::length).min().orElse(0);
        return shortest / (1 + 0.2 * pieces.size());
    }
}
