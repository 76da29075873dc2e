package io.throughline.channels.mail;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates of mails (RFC 5322, section 3.3) and their obsolete forms (section 4.3): years of two
 * digits, zones by name, no seconds, comments in brackets. A zone nobody knows counts as UTC, as
 * the standard says of it.
 */
final class MailDates {

    private static final Pattern DATE =
            Pattern.compile(
                    "(?:\\p{L}+\\.?,?\\s+)?(\\d{1,2})[\\s-]+(\\p{L}{3})\\p{L}*[\\s-]+(\\d{2,4})\\s+"
                            + "(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?\\s*"
                            + "([+-]\\d{4}|[+-]\\d{2}:\\d{2}|[A-Za-z]{1,5})?(?:[+-]\\d{4})?\\s*");
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");
    private static final Map<String, Integer> ZONES =
            Map.of(
                    "EST", -5, "EDT", -4, "CST", -6, "CDT", -5, "MST", -7, "MDT", -6, "PST", -8,
                    "PDT", -7);
    private static final int LAST_SECOND = 59;

    private MailDates() {}

    /** The time; empty when it is none. */
    static Optional<Instant> read(String text) {
        String plain = text.replaceAll("\\([^()]*\\)", " ").strip();
        Matcher matcher = plain.length() > 200 ? null : DATE.matcher(plain);
        if (matcher == null || !matcher.matches()) {
            return Optional.empty();
        }
        int month = MONTHS.indexOf(matcher.group(2).toLowerCase(Locale.ROOT)) + 1;
        int second = matcher.group(6) == null ? 0 : Integer.parseInt(matcher.group(6));
        try {
            LocalDateTime local =
                    LocalDateTime.of(
                            year(matcher.group(3)),
                            month,
                            Integer.parseInt(matcher.group(1)),
                            Integer.parseInt(matcher.group(4)),
                            Integer.parseInt(matcher.group(5)),
                            Math.min(second, LAST_SECOND));
            return Optional.of(local.toInstant(offset(matcher.group(7))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() > 3) {
            return year;
        }
        return digits.length() == 3 || year >= 50 ? 1900 + year : 2000 + year;
    }

    private static ZoneOffset offset(String zone) {
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        if (zone.startsWith("+") || zone.startsWith("-")) {
            return ZoneOffset.of(zone);
        }
        Integer hours = ZONES.get(zone.toUpperCase(Locale.ROOT));
        return hours == null ? ZoneOffset.UTC : ZoneOffset.ofHours(hours);
    }
}
