package io.throughline.channels.expression;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.Serializable;
import java.util.Optional;

/**
 * A regular expression that takes time in proportion to the text, whatever the text is: what it is
 * tried on comes from strangers. The price is that there are no look-arounds and no references to
 * groups inside the pattern (the syntax is RE2's).
 *
 * @param pattern the source text
 */
public record SafePattern(Pattern pattern) implements Serializable {

    /**
     * Reads a pattern.
     *
     * @throws ExpressionException when it is none; the message says why
     */
    public static SafePattern of(String source) {
        try {
            return new SafePattern(Pattern.compile(source));
        } catch (PatternSyntaxException e) {
            throw new ExpressionException(
                    "'" + source + "' is no pattern of RE2 syntax: " + e.getDescription());
        }
    }

    /** Whether it is found in the text. */
    public boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    /** The first group of the first place it is found at, the whole of it without groups. */
    Optional<String> firstIn(String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        return Optional.ofNullable(matcher.group(Math.min(1, matcher.groupCount())));
    }

    /** The text with every match replaced; {@code $1} is the first group. */
    String replaced(String text, String with) {
        return pattern.matcher(text).replaceAll(with);
    }

    /**
     * Checks a replacement.
     *
     * @throws ExpressionException when it refers to a group that is not there
     */
    void checkReplacement(String with) {
        for (int i = 0; i < with.length(); i++) {
            char c = with.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '$') {
                int group = i + 1 < with.length() ? Character.digit(with.charAt(i + 1), 10) : -1;
                if (group < 0 || group > pattern.groupCount()) {
                    throw new ExpressionException(
                            "'" + with + "' refers to a group that '" + pattern + "' has not");
                }
            }
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SafePattern that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The source text. */
    @Override
    public String toString() {
        return pattern.pattern();
    }
}
