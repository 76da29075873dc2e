package io.throughline.channels.definition;

import io.throughline.channels.expression.Expression;
import java.io.Serializable;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where the locale of a record is: a whole tag, or its parts. All may be null.
 *
 * @param tag BCP 47 tag, e.g. {@code en-US}; null when the parts are named
 * @param language BCP 47 tag, e.g. {@code en}
 * @param territory ISO 3166 code of two or three letters, or UN M.49 number of three digits
 */
public record LocaleRule(Expression tag, Expression language, Expression territory)
        implements Serializable {

    static LocaleRule ofTag(Expression tag) {
        return new LocaleRule(tag, null, null);
    }

    /** The expressions there are. */
    public Stream<Expression> expressions() {
        return Stream.of(tag, language, territory).filter(Objects::nonNull);
    }
}
