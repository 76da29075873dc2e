package io.throughline.journey;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Something that points to a stage when it occurs in a text.
 *
 * @param source as written in the map
 * @param pattern finds it, ignoring case; a plain word or phrase matches at word boundaries
 */
public record Cue(String source, Pattern pattern) {

    public Cue {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(pattern, "pattern");
    }

    /**
     * Reads a cue: {@code /…/} is a regular expression, everything else a word or phrase.
     *
     * @throws java.util.regex.PatternSyntaxException when the expression is not valid
     */
    public static Cue parse(String source) {
        boolean expression = source.length() > 2 && source.startsWith("/") && source.endsWith("/");
        String regex =
                expression
                        ? source.substring(1, source.length() - 1)
                        : "(?<![\\p{L}\\p{N}])"
                                + Pattern.quote(source.trim())
                                + "(?![\\p{L}\\p{N}])";
        return new Cue(
                source, Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cue that && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }
}
