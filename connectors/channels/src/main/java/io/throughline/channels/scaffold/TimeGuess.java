package io.throughline.channels.scaffold;

import io.throughline.channels.Moments;
import io.throughline.channels.time.TimeReader;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How times are written, told from some of them.
 *
 * <p>What cannot be told from one value is whether the day or the month comes first. A value above
 * twelve decides; without one, the reading in which the times lie closer together is taken, and
 * {@link #unsure} says so.
 *
 * @param formats as a definition names them
 * @param needsZone whether some of the times name no zone
 * @param unsure whether day and month might be the other way round
 */
record TimeGuess(List<String> formats, boolean needsZone, boolean unsure) {

    /** Above all times that a clock can show; below, a number is none. */
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /** Share of the values that must be times. */
    private static final double MOST = 0.9;

    private static final int LOOKED_AT = 200;
    private static final List<String> DATES =
            List.of(
                    "d.M.yyyy",
                    "M/d/yyyy",
                    "d/M/yyyy",
                    "d-M-yyyy",
                    "M-d-yyyy",
                    "yyyy/M/d",
                    "yyyy.M.d",
                    "d.M.yy",
                    "M/d/yy",
                    "d/M/yy",
                    "yyyyMMdd",
                    "d MMM yyyy",
                    "d MMMM yyyy",
                    "MMM d, yyyy",
                    "MMMM d, yyyy",
                    "MMM d yyyy",
                    "d-MMM-yyyy",
                    "d-MMM-yy",
                    "EEE, d MMM yyyy",
                    "EEEE, d MMMM yyyy",
                    "EEEE, MMMM d, yyyy",
                    "EEE MMM d yyyy",
                    "yyyy-MM-dd");
    private static final List<String> CLOCKS =
            List.of(
                    "",
                    " H:mm",
                    " H:mm:ss",
                    " H:mm:ss.SSS",
                    " h:mm a",
                    " h:mm:ss a",
                    ", H:mm",
                    ", H:mm:ss",
                    ", h:mm a",
                    ", h:mm:ss a",
                    "'T'H:mm",
                    "'T'H:mm:ss",
                    " 'at' H:mm",
                    " 'at' h:mm a",
                    "HHmmss",
                    " HHmmss",
                    "'T'HHmmss",
                    " - H:mm",
                    " h:mma");
    private static final List<String> ZONES = List.of("", " Z", " z", "X", " XXX", "Z");
    private static final List<String> OWN =
            List.of("EEE MMM d H:mm:ss Z yyyy", "EEE MMM d H:mm:ss z yyyy");
    private static final Pattern ZONED_ISO =
            Pattern.compile(".*[T ]\\d\\d:\\d\\d.*(?:Z|z|UTC|GMT|[+-]\\d\\d(?::?\\d\\d)?)");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'");
    private static final Pattern OFFSET = Pattern.compile("[+-]\\d\\d:?\\d\\d$");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final int LONGEST = 50;
    private static final Pattern LIKELY =
            Pattern.compile(
                    "\\d{1,4}[./-]\\d{1,2}[./-].*|\\d{8}.*|\\d{1,2}[ -]\\p{L}{3,9}[ -].*"
                            + "|\\p{L}{3,9},? .*\\d{4}.*");
    private static final Pattern NUMBER = Pattern.compile("\\d{9,19}(?:\\.\\d{1,9})?");

    /** The way in which these texts are times; empty when they are none. */
    static Optional<TimeGuess> of(List<String> texts) {
        List<String> some = texts.subList(0, Math.min(LOOKED_AT, texts.size()));
        if (some.isEmpty() || some.stream().anyMatch(text -> text.length() > LONGEST)) {
            return Optional.empty();
        }
        if (fits("iso", some)) {
            boolean zoned = some.stream().allMatch(text -> ZONED_ISO.matcher(text).matches());
            return Optional.of(new TimeGuess(List.of("iso"), !zoned, false));
        }
        if (some.stream().allMatch(text -> NUMBER.matcher(text).matches())) {
            return List.of("epoch-seconds", "epoch-millis", "epoch-micros").stream()
                    .filter(format -> fits(format, some) && read(format, some.get(0)).isPresent())
                    .findFirst()
                    .map(format -> new TimeGuess(List.of(format), false, false));
        }
        return LIKELY.matcher(some.get(0)).matches() ? inPattern(some) : Optional.empty();
    }

    /** These texts as times, without those that are none. */
    List<Instant> read(List<String> texts) {
        TimeReader reader = new TimeReader(formats, zone());
        return texts.stream().flatMap(text -> reader.read(text).stream()).toList();
    }

    /** The same with day and month in the order in which another column of the sample has them. */
    TimeGuess ordered(List<TimeGuess> others) {
        String other = swapped(formats.get(0));
        boolean turn =
                unsure
                        && others.stream()
                                .filter(guess -> !guess.unsure())
                                .map(guess -> guess.formats().get(0))
                                .anyMatch(known -> sameOrder(known, other));
        boolean kept =
                unsure
                        && others.stream()
                                .filter(guess -> !guess.unsure())
                                .map(guess -> guess.formats().get(0))
                                .anyMatch(known -> sameOrder(known, formats.get(0)));
        return turn
                ? new TimeGuess(List.of(other), needsZone, false)
                : kept ? new TimeGuess(formats, needsZone, false) : this;
    }

    private static boolean sameOrder(String one, String other) {
        return !swapped(one).isEmpty()
                && !swapped(other).isEmpty()
                && one.charAt(0) == other.charAt(0);
    }

    private static Optional<TimeGuess> inPattern(List<String> texts) {
        Map<String, Long> spans = new LinkedHashMap<>();
        for (String pattern : patterns(texts.get(0))) {
            if (fits(pattern, texts)) {
                spans.put(pattern, span(pattern, texts));
            }
        }
        if (spans.isEmpty()) {
            return mixed(texts);
        }
        List<String> fitting = new ArrayList<>(spans.keySet());
        String best = fitting.get(0);
        boolean unsure = false;
        for (String other : fitting) {
            if (swapped(best).equals(other)) {
                unsure = true;
                if (spans.get(other) < spans.get(best)) {
                    best = other;
                }
            }
        }
        return Optional.of(new TimeGuess(List.of(best), !namesZone(best), unsure));
    }

    /** A few rows written in ISO among others, or two patterns in one column. */
    private static Optional<TimeGuess> mixed(List<String> texts) {
        List<String> formats = new ArrayList<>();
        List<String> left = new ArrayList<>(texts);
        while (!left.isEmpty() && formats.size() < 3) {
            List<String> candidates = new ArrayList<>(List.of("iso"));
            candidates.addAll(patterns(left.get(0)));
            Optional<String> next =
                    candidates.stream().filter(f -> read(f, left.get(0)).isPresent()).findFirst();
            if (next.isEmpty()) {
                break;
            }
            formats.add(next.get());
            left.removeIf(text -> read(next.get(), text).isPresent());
        }
        return formats.isEmpty() || left.size() > (1 - MOST) * texts.size()
                ? Optional.empty()
                : Optional.of(
                        new TimeGuess(
                                formats, !formats.stream().allMatch(TimeGuess::namesZone), false));
    }

    /** The patterns in which this text is a time. */
    private static List<String> patterns(String text) {
        List<String> patterns = new ArrayList<>();
        for (String date : DATES) {
            for (String clock : CLOCKS) {
                for (String zone : clock.isEmpty() ? List.of("") : ZONES) {
                    add(date + clock + zone, text, patterns);
                }
            }
        }
        OWN.stream().filter(pattern -> read(pattern, text).isPresent()).forEach(patterns::add);
        return patterns;
    }

    private static void add(String pattern, String text, List<String> to) {
        if (shape(QUOTED.matcher(pattern).replaceAll("")).equals(shape(text))
                && read(pattern, text).isPresent()) {
            to.add(pattern);
        }
    }

    /** Its separators: by them nearly all patterns are ruled out without trying. */
    private static String shape(String text) {
        return WORD.matcher(OFFSET.matcher(text).replaceAll("")).replaceAll("");
    }

    private static boolean fits(String format, List<String> texts) {
        TimeReader reader = reader(format);
        long times = texts.stream().filter(text -> reasonable(reader.read(text))).count();
        return times >= MOST * texts.size();
    }

    private static boolean reasonable(Optional<Instant> time) {
        return time.isPresent()
                && !time.get().isBefore(Instant.EPOCH)
                && time.get().isBefore(LATEST);
    }

    private static Optional<Instant> read(String format, String text) {
        return reader(format)
                .read(text)
                .filter(time -> !time.isBefore(Moments.EARLIEST) && time.isBefore(LATEST));
    }

    private static TimeReader reader(String format) {
        return new TimeReader(List.of(format), zone());
    }

    private static ZoneId zone() {
        return ZoneOffset.UTC;
    }

    /** Seconds from the first to the last. */
    private static long span(String format, List<String> texts) {
        TimeReader reader = reader(format);
        List<Long> seconds =
                texts.stream()
                        .flatMap(text -> reader.read(text).stream())
                        .map(Instant::getEpochSecond)
                        .sorted()
                        .toList();
        return seconds.get(seconds.size() - 1) - seconds.get(0);
    }

    /** The same pattern with day and month the other way round. */
    private static String swapped(String pattern) {
        if (pattern.startsWith("M/d/") || pattern.startsWith("M-d-")) {
            return "d" + pattern.charAt(1) + "M" + pattern.substring(3);
        }
        if (pattern.startsWith("d/M/") || pattern.startsWith("d-M-")) {
            return "M" + pattern.charAt(1) + "d" + pattern.substring(3);
        }
        return "";
    }

    private static boolean namesZone(String pattern) {
        String bare = QUOTED.matcher(pattern).replaceAll("");
        return bare.contains("Z") || bare.contains("z") || bare.contains("X");
    }
}
