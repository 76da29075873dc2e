package io.throughline.stack.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A query of Prometheus cut into words; a range is one, since a colon in it is no name. */
final class PromTokens {

    private static final String TIME = "(?:[0-9]+(?:ms|[smhdwy]))+";

    enum Kind {
        RANGE("\\[\\s*" + TIME + "\\s*]"),
        SUBQUERY("\\[\\s*" + TIME + "\\s*:\\s*(?:" + TIME + ")?\\s*]"),
        DURATION(TIME + "(?![\\w.])"),
        NUMBER("(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?(?![\\w.])|(?:Inf|NaN)\\b"),
        TEXT("\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*'"),
        NAME("[a-zA-Z_:][a-zA-Z0-9_:]*"),
        SIGN("==|!=|=~|!~|>=|<=|[-+*/%^<>=(){},@]"),
        END("\\z");

        private final Pattern pattern;

        Kind(String pattern) {
            this.pattern = Pattern.compile("\\s*(" + pattern + ")");
        }
    }

    record Token(Kind kind, String text) {}

    private final List<Token> tokens = new ArrayList<>();
    private int next;

    PromTokens(String query) {
        int at = 0;
        while (tokens.isEmpty() || peek(tokens.size() - 1).kind() != Kind.END) {
            at = read(query, at);
        }
    }

    private int read(String query, int at) {
        for (Kind kind : Kind.values()) {
            Matcher matcher = kind.pattern.matcher(query).region(at, query.length());
            if (matcher.lookingAt()) {
                tokens.add(new Token(kind, matcher.group(1)));
                return matcher.end();
            }
        }
        throw new IllegalArgumentException("nothing of the language: " + query.substring(at));
    }

    Token next() {
        return tokens.get(next++);
    }

    /** The next token, or the one so many after it. */
    Token peek(int ahead) {
        return tokens.get(Math.min(next + ahead, tokens.size() - 1));
    }

    boolean is(Kind kind) {
        return peek(0).kind() == kind;
    }

    /** Words of the language are taken in either case, as Prometheus does. */
    boolean is(Set<String> texts) {
        return Set.of(Kind.SIGN, Kind.NAME).contains(peek(0).kind())
                && texts.contains(peek(0).text().toLowerCase(Locale.ROOT));
    }

    /** Takes the sign or word when it is next. */
    boolean take(String text) {
        boolean there = is(Set.of(text));
        if (there) {
            next();
        }
        return there;
    }

    void need(String text) {
        if (!take(text)) {
            throw new IllegalArgumentException(text + " is due before '" + peek(0).text() + "'");
        }
    }

    String need(Kind kind) {
        if (!is(kind)) {
            throw new IllegalArgumentException(kind + " is due before '" + peek(0).text() + "'");
        }
        return next().text();
    }
}
