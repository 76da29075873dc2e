package io.throughline.fetch.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.definition.CursorSpec;
import io.throughline.channels.definition.CursorSpec.Kind;
import io.throughline.channels.definition.Placeholders;
import io.throughline.channels.time.TimeReader;
import io.throughline.channels.time.Times;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The values of a cursor that can be compared. A time is a number too, of seconds since 1970, so
 * that times and numbers take the same way.
 */
final class CursorValues {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,40}(\\.\\d{1,40})?");
    private static final Pattern DAYS = Pattern.compile("(\\d{1,6})d");

    private final CursorSpec spec;
    private final String start;
    private final TimeReader times;
    private final Clock clock;

    private CursorValues(CursorSpec spec, String start, Clock clock) {
        this.spec = spec;
        this.start = start;
        this.times = new TimeReader(spec.formats(), spec.zoneId());
        this.clock = clock;
    }

    /**
     * @throws IllegalArgumentException when {@code start} cannot be read
     */
    static CursorValues of(CursorSpec spec, Map<String, String> values, Clock clock) {
        String start =
                spec.start() == null
                        ? null
                        : Placeholders.resolve(spec.start(), values::get).strip();
        CursorValues result = new CursorValues(spec, start, clock);
        result.start();
        return result;
    }

    /** The value of a record; empty when it has none that can be read. */
    Optional<BigDecimal> of(JsonNode record) {
        return PageContent.text(spec.field(), record).flatMap(this::read);
    }

    private Optional<BigDecimal> read(String text) {
        return spec.kind() == Kind.NUMBER
                ? Optional.of(text)
                        .filter(number -> NUMBER.matcher(number).matches())
                        .map(BigDecimal::new)
                : times.read(text).map(CursorValues::seconds);
    }

    /** Where a first round begins; empty for the beginning of the feed. */
    Optional<BigDecimal> start() {
        if (start == null) {
            return Optional.empty();
        }
        return Optional.of(
                (spec.kind() == Kind.NUMBER ? read(start) : startTime())
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                "the cursor's start '"
                                                        + start
                                                        + "' is no number, no time such as"
                                                        + " 2026-01-31T00:00:00Z and no duration"
                                                        + " such as P30D")));
    }

    private Optional<BigDecimal> startTime() {
        Optional<Instant> time = Times.iso(start, spec.zoneId());
        if (time.isPresent()) {
            return time.map(CursorValues::seconds);
        }
        var days = DAYS.matcher(start);
        try {
            Duration before =
                    days.matches()
                            ? Duration.ofDays(Long.parseLong(days.group(1)))
                            : Duration.parse(start);
            return Optional.of(seconds(clock.instant().minus(before)));
        } catch (DateTimeException | ArithmeticException e) {
            return read(start);
        }
    }

    /**
     * Whether nothing can come before a value any more, seen from a time: a record of the present
     * moment can still get companions, and one of the future has a wrong clock.
     */
    boolean settled(BigDecimal value, Instant at) {
        return spec.kind() == Kind.NUMBER
                || value.compareTo(seconds(at).subtract(seconds(spec.granularity()))) <= 0;
    }

    /**
     * What to ask from so that all records from a value on come: rounded down as the server
     * compares, and one granule earlier unless its filter includes what it is given.
     */
    BigDecimal asked(BigDecimal from) {
        if (spec.kind() == Kind.NUMBER) {
            return spec.inclusive() ? from : from.subtract(BigDecimal.ONE);
        }
        BigDecimal granule = seconds(spec.granularity());
        BigDecimal floor = from.divide(granule, 0, RoundingMode.FLOOR).multiply(granule);
        return spec.inclusive() ? floor : floor.subtract(granule);
    }

    /** A value as far before another as late records are looked for. */
    BigDecimal lookedBack(BigDecimal from) {
        return spec.kind() == Kind.NUMBER ? from : from.subtract(seconds(spec.lookback()));
    }

    /** Time from a value to now; empty for numbers. */
    Optional<Duration> until(BigDecimal value) {
        return spec.kind() == Kind.NUMBER
                ? Optional.empty()
                : Optional.of(Duration.between(instant(value), clock.instant()));
    }

    /** As it is asked for. */
    String written(BigDecimal value) {
        if (spec.kind() == Kind.NUMBER) {
            return value.stripTrailingZeros().toPlainString();
        }
        return switch (spec.format()) {
            case "iso" -> instant(value).toString();
            case "epoch-seconds" -> whole(value, 0);
            case "epoch-millis" -> whole(value, 3);
            case "epoch-micros" -> whole(value, 6);
            case "epoch-nanos" -> whole(value, 9);
            default ->
                    DateTimeFormatter.ofPattern(spec.format(), Locale.ENGLISH)
                            .withZone(spec.zoneId())
                            .format(instant(value));
        };
    }

    private static String whole(BigDecimal seconds, int digits) {
        return seconds.scaleByPowerOfTen(digits).setScale(0, RoundingMode.FLOOR).toPlainString();
    }

    private static Instant instant(BigDecimal seconds) {
        BigDecimal floor = seconds.setScale(0, RoundingMode.FLOOR);
        return Instant.ofEpochSecond(
                floor.longValueExact(), seconds.subtract(floor).movePointRight(9).longValue());
    }

    private static BigDecimal seconds(Instant time) {
        return BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9));
    }

    private static BigDecimal seconds(Duration duration) {
        return BigDecimal.valueOf(duration.getSeconds())
                .add(BigDecimal.valueOf(duration.getNano(), 9));
    }
}
