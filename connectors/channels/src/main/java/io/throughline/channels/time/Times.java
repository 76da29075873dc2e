package io.throughline.channels.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as feeds write them. */
public final class Times {

    private static final Pattern ISO =
            Pattern.compile(
                    "(\\d{4})-(\\d{2})-(\\d{2})"
                            + "(?:[Tt ](\\d{2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?"
                            + "\\s?(Z|z|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?)?");

    private Times() {}

    /**
     * Reads ISO 8601 and its common relatives: a space instead of {@code T}, {@code UTC} instead of
     * {@code Z}, an offset with or without colon, no seconds, a bare date (its first moment).
     *
     * @param zone of times that name none
     */
    public static Optional<Instant> iso(String text, ZoneId zone) {
        Matcher matcher = ISO.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local =
                    LocalDateTime.of(
                            number(matcher, 1),
                            number(matcher, 2),
                            number(matcher, 3),
                            number(matcher, 4),
                            number(matcher, 5),
                            number(matcher, 6),
                            nanos(matcher.group(7)));
            return Optional.of(local.atZone(zone(matcher.group(8), zone)).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** What is wrong with a format of a definition; empty when nothing is. */
    public static Optional<String> problemOf(String format) {
        try {
            TimeFormat.of(format);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of("'" + format + "' is no date pattern: " + e.getMessage());
        }
    }

    private static ZoneId zone(String text, ZoneId otherwise) {
        if (text == null) {
            return otherwise;
        }
        return Character.isLetter(text.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(text);
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }

    private static int nanos(String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }
}
