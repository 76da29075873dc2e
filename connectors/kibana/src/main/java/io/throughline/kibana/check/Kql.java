package io.throughline.kibana.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a query in Kibana's language, as far as it is used here: and, or, not, parentheses, values
 * and ranges of fields.
 */
final class Kql {

    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s*(?:(?<mark>[():]|<=|>=|<|>)|\"(?<quoted>(?:[^\"\\\\]++|\\\\.)*+)\""
                            + "|(?<word>(?:\\\\.|[^\\s()\":<>{}\\\\])+))\\s*");

    private final List<Token> tokens = new ArrayList<>();
    private final List<Clause> clauses = new ArrayList<>();
    private int at;

    private Kql() {}

    /**
     * Something that is asked of a field.
     *
     * @param value as it is written, without quotes
     */
    record Clause(String field, String operator, String value, Truth truth, Reach reach) {

        /** Whether everything that is found is so. */
        boolean surely(Truth expected, String name, String expectedValue) {
            return reach == Reach.ALL
                    && truth == expected
                    && operator.equals(":")
                    && field.equals(name)
                    && value.equals(expectedValue);
        }
    }

    /** Whether it is asked for or ruled out. */
    enum Truth {
        ASKED,
        RULED_OUT
    }

    /** Whether it holds for all that is found, or is one side of an or. */
    enum Reach {
        ALL,
        SOME
    }

    private record Token(Kind kind, String text) {
        boolean mark(String mark) {
            return kind == Kind.MARK && text.equals(mark);
        }

        boolean word(String word) {
            return kind == Kind.WORD && text.toLowerCase(Locale.ROOT).equals(word);
        }
    }

    private enum Kind {
        MARK,
        QUOTED,
        WORD,
        END
    }

    /**
     * What the query asks of fields, in order; empty for a query that asks nothing.
     *
     * @throws IllegalArgumentException when it is not understood
     */
    static List<Clause> clauses(String query) {
        Kql kql = new Kql();
        kql.tokenize(query);
        if (kql.tokens.size() > 1) {
            kql.or(Truth.ASKED, Reach.ALL);
        }
        if (kql.next().kind() != Kind.END) {
            throw new IllegalArgumentException("unexpected '" + kql.next().text() + "'");
        }
        return kql.clauses;
    }

    private void tokenize(String query) {
        Matcher matcher = TOKEN.matcher(query);
        int end = 0;
        while (end < query.length()) {
            if (!matcher.region(end, query.length()).lookingAt()) {
                if (query.substring(end).isBlank()) {
                    break;
                }
                throw new IllegalArgumentException("not understood at " + end + ": " + query);
            }
            end = matcher.end();
            if (matcher.group("mark") != null) {
                tokens.add(new Token(Kind.MARK, matcher.group("mark")));
            } else if (matcher.group("word") != null) {
                tokens.add(new Token(Kind.WORD, matcher.group("word")));
            } else {
                tokens.add(new Token(Kind.QUOTED, matcher.group("quoted")));
            }
        }
        tokens.add(new Token(Kind.END, "end"));
    }

    private void or(Truth truth, Reach reach) {
        int first = clauses.size();
        and(truth, reach);
        boolean several = false;
        while (next().word("or")) {
            at++;
            several = true;
            and(truth, reach);
        }
        if (several && truth == Truth.ASKED) {
            unsure(first);
        }
    }

    private void and(Truth truth, Reach reach) {
        int first = clauses.size();
        not(truth, reach);
        boolean several = false;
        while (next().word("and")) {
            at++;
            several = true;
            not(truth, reach);
        }
        if (several && truth == Truth.RULED_OUT) {
            unsure(first);
        }
    }

    /** Of "a or b", and of "not (a and b)", neither part is sure. */
    private void unsure(int first) {
        clauses.subList(first, clauses.size())
                .replaceAll(
                        clause ->
                                new Clause(
                                        clause.field(),
                                        clause.operator(),
                                        clause.value(),
                                        clause.truth(),
                                        Reach.SOME));
    }

    private void not(Truth truth, Reach reach) {
        if (next().word("not")) {
            at++;
            not(truth == Truth.ASKED ? Truth.RULED_OUT : Truth.ASKED, reach);
        } else if (next().mark("(")) {
            at++;
            or(truth, reach);
            expect(")");
        } else {
            field(truth, reach);
        }
    }

    private void field(Truth truth, Reach reach) {
        String name = value();
        Token operator = next();
        if (operator.kind() != Kind.MARK || operator.mark(")")) {
            throw new IllegalArgumentException("'" + name + "' is asked of no field");
        }
        at++;
        if (operator.mark(":") && next().mark("(")) {
            at++;
            values(name, truth, reach);
            expect(")");
        } else {
            clauses.add(new Clause(name, operator.text(), words(), truth, reach));
        }
    }

    private void values(String name, Truth truth, Reach reach) {
        clauses.add(new Clause(name, ":", words(), truth, reach));
        while (next().word("or") || next().word("and")) {
            at++;
            clauses.add(new Clause(name, ":", words(), truth, Reach.SOME));
        }
    }

    private String words() {
        StringBuilder words = new StringBuilder(value());
        while (next().kind() == Kind.WORD && !keyword(next())) {
            words.append(' ').append(value());
        }
        return words.toString();
    }

    private static boolean keyword(Token token) {
        return token.word("and") || token.word("or") || token.word("not");
    }

    private String value() {
        Token token = next();
        if (token.kind() == Kind.MARK || token.kind() == Kind.END || keyword(token)) {
            throw new IllegalArgumentException("a value is missing before '" + token.text() + "'");
        }
        at++;
        return token.text();
    }

    private void expect(String mark) {
        if (!next().mark(mark)) {
            throw new IllegalArgumentException("'" + mark + "' is missing");
        }
        at++;
    }

    private Token next() {
        return tokens.get(at);
    }
}
