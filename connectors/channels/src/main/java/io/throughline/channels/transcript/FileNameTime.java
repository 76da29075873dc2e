package io.throughline.channels.transcript;

import io.throughline.channels.time.Times;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time in the name of a recording, such as {@code 2026-03-04T05-06-07Z}, {@code
 * 20260304T050607Z}, {@code 2026-03-04_05-06-07} or {@code 2026-03-04}. UTC unless an offset
 * follows. Digits that are part of a longer number, or of a word when nothing separates them, are
 * no date.
 */
final class FileNameTime {

    private static final String CLOCK =
            "(?:(?:[T_ .-]|%20|\\+)?([01]\\d|2[0-3])(?:[-:_.]|[%_]3A)?([0-5]\\d)"
                    + "(?:(?:[-:_.]|[%_]3A)?([0-5]\\d)(?!:?\\d)(?:[.,]\\d{1,9})?)?"
                    + "(Z|[+-]\\d{2}(?:[:-]?\\d{2})?)?)?";
    private static final Pattern TIME =
            Pattern.compile(
                    "(?:(?<!\\d)((?:19|20)\\d{2})[-_.]([01]\\d)[-_.]([0-3]\\d)"
                            + "|(?<![0-9A-Za-z])((?:19|20)\\d{2})([01]\\d)([0-3]\\d))"
                            + CLOCK
                            + "(?!\\d)",
                    Pattern.CASE_INSENSITIVE);

    private FileNameTime() {}

    static Optional<Instant> of(String fileName) {
        Matcher matcher = TIME.matcher(fileName);
        for (int from = 0; matcher.find(from); from = matcher.start() + 1) {
            int date = matcher.group(1) != null ? 1 : 4;
            String text =
                    matcher.group(date)
                            + "-"
                            + matcher.group(date + 1)
                            + "-"
                            + matcher.group(date + 2);
            if (matcher.group(7) != null) {
                text +=
                        "T"
                                + matcher.group(7)
                                + ":"
                                + matcher.group(8)
                                + ":"
                                + (matcher.group(9) == null ? "00" : matcher.group(9))
                                + zone(matcher.group(10));
            }
            Optional<Instant> time = Times.iso(text, ZoneOffset.UTC);
            if (time.isPresent()) {
                return time;
            }
        }
        return Optional.empty();
    }

    private static String zone(String zone) {
        if (zone == null || zone.equalsIgnoreCase("Z")) {
            return "Z";
        }
        String digits = zone.substring(1).replaceAll("\\D", "");
        return zone.charAt(0)
                + digits.substring(0, 2)
                + (digits.length() > 2 ? digits.substring(2) : "");
    }
}
