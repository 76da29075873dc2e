package io.throughline.channels.time;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One way of writing a time. */
@FunctionalInterface
interface TimeFormat {

    /** The time, or empty when the text is not written this way. */
    Optional<Instant> read(String text, ZoneId zone);

    /**
     * The format of that name: {@code iso}, {@code epoch-seconds}, {@code epoch-millis}, {@code
     * epoch-micros}, {@code epoch-nanos}, or else a pattern.
     *
     * @throws IllegalArgumentException when it is no pattern
     */
    static TimeFormat of(String name) {
        return switch (name) {
            case "iso" -> Times::iso;
            case "epoch-seconds" -> (text, zone) -> epoch(text, 9);
            case "epoch-millis" -> (text, zone) -> epoch(text, 6);
            case "epoch-micros" -> (text, zone) -> epoch(text, 3);
            case "epoch-nanos" -> (text, zone) -> epoch(text, 0);
            default -> new InPattern(name);
        };
    }

    private static Optional<Instant> epoch(String text, int digitsToNanos) {
        String number = text.strip();
        if (!EpochNumber.PATTERN.matcher(number).matches()) {
            return Optional.empty();
        }
        BigDecimal nanos = new BigDecimal(number).scaleByPowerOfTen(digitsToNanos);
        BigDecimal[] parts =
                nanos.setScale(0, RoundingMode.FLOOR)
                        .divideAndRemainder(BigDecimal.valueOf(1_000_000_000));
        try {
            return Optional.of(
                    Instant.ofEpochSecond(parts[0].longValueExact(), parts[1].longValueExact()));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** How a number of seconds or less is written; its length is bounded. */
    final class EpochNumber {
        private static final Pattern PATTERN = Pattern.compile("-?\\d{1,19}(\\.\\d{1,9})?");

        private EpochNumber() {}
    }

    /**
     * A pattern. Strict, so that 31 February is no time; an era is not asked for, although strict
     * reading of {@code yyyy} would.
     */
    final class InPattern implements TimeFormat {

        private final DateTimeFormatter formatter;

        InPattern(String pattern) {
            formatter =
                    new DateTimeFormatterBuilder()
                            .parseCaseInsensitive()
                            .appendPattern(pattern)
                            .parseDefaulting(ChronoField.ERA, 1)
                            .toFormatter(Locale.ENGLISH)
                            .withResolverStyle(ResolverStyle.STRICT);
        }

        @Override
        public Optional<Instant> read(String text, ZoneId zone) {
            try {
                TemporalAccessor parsed =
                        formatter.parseBest(
                                text.strip(),
                                ZonedDateTime::from,
                                LocalDateTime::from,
                                LocalDate::from);
                if (parsed instanceof ZonedDateTime zoned) {
                    return Optional.of(zoned.toInstant());
                }
                if (parsed instanceof LocalDateTime local) {
                    return Optional.of(local.atZone(zone).toInstant());
                }
                return Optional.of(LocalDate.from(parsed).atStartOfDay(zone).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
