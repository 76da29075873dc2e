package io.throughline.local.picture;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Where values lie on a side of a picture.
 *
 * @param title with the unit
 * @param low value at the begin
 * @param high value at the end, above {@code low}
 * @param ticks values that are written beside it
 * @param logarithmic whether equal ratios are equally far apart
 */
public record Axis(String title, double low, double high, List<Tick> ticks, boolean logarithmic) {

    private static final int MOST_TICKS = 8;
    private static final List<Duration> STEPS =
            List.of(
                    Duration.ofHours(1),
                    Duration.ofHours(6),
                    Duration.ofDays(1),
                    Duration.ofDays(2),
                    Duration.ofDays(7),
                    Duration.ofDays(14));

    private static final int DAYS_A_MONTH = 30;
    private static final int MONTHS_A_YEAR = 12;
    private static final List<Integer> MONTHS = List.of(1, 2, 3, 6, MONTHS_A_YEAR);

    public Axis {
        ticks = List.copyOf(ticks);
    }

    /** A value that is written. */
    public record Tick(double value, String text) {}

    /** Equal differences are equally far apart. */
    public static Axis linear(String title, double low, double high) {
        double top = high > low ? high : low + 1;
        double step = step((top - low) / (MOST_TICKS - 3));
        List<Tick> ticks = new ArrayList<>();
        for (double value = Math.ceil(low / step) * step;
                value <= top + step / 1e6;
                value += step) {
            ticks.add(new Tick(value, number(value)));
        }
        return new Axis(title, low, top, ticks, false);
    }

    /** A share from 0 to {@code high}, in per cent. */
    public static Axis share(String title, double high) {
        Axis plain = linear(title, 0, high * 100);
        List<Tick> ticks =
                plain.ticks().stream()
                        .map(tick -> new Tick(tick.value() / 100, tick.text() + " %"))
                        .toList();
        return new Axis(title, 0, high, ticks, false);
    }

    /** Equal ratios are equally far apart; both ends above 0. */
    public static Axis logarithmic(String title, double low, double high) {
        List<Tick> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(low)); Math.pow(10, power) <= high; power++) {
            for (int digit : new int[] {1, 2, 5}) {
                double value = digit * Math.pow(10, power);
                if (value >= low * 0.999 && value <= high * 1.001) {
                    ticks.add(new Tick(value, number(value)));
                }
            }
        }
        return new Axis(title, low, high, ticks, true);
    }

    /** Time in UTC; values are seconds since 1970. */
    public static Axis time(Instant from, Instant to) {
        Instant end = to.isAfter(from) ? to : from.plusSeconds(3600);
        Duration length = Duration.between(from, end);
        for (Duration step : STEPS) {
            if (length.dividedBy(step) <= MOST_TICKS) {
                return time(from, end, step);
            }
        }
        return months(from, end, length);
    }

    private static Axis time(Instant from, Instant to, Duration step) {
        DateTimeFormatter format =
                DateTimeFormatter.ofPattern(
                                step.compareTo(Duration.ofDays(1)) < 0 ? "d MMM H:mm" : "d MMM",
                                Locale.ROOT)
                        .withZone(ZoneOffset.UTC);
        List<Tick> ticks = new ArrayList<>();
        long seconds = step.toSeconds();
        long first = -Math.floorDiv(-from.getEpochSecond(), seconds) * seconds;
        for (long at = first; at <= to.getEpochSecond(); at += seconds) {
            ticks.add(new Tick(at, format.format(Instant.ofEpochSecond(at))));
        }
        return new Axis(
                "time (UTC), " + from.atZone(ZoneOffset.UTC).getYear(),
                from.getEpochSecond(),
                to.getEpochSecond(),
                ticks,
                false);
    }

    private static Axis months(Instant from, Instant to, Duration length) {
        long least = 1 + length.toDays() / (DAYS_A_MONTH * MOST_TICKS);
        long step =
                MONTHS.stream()
                        .filter(months -> months >= least)
                        .findFirst()
                        .orElse((int) (MONTHS_A_YEAR * (1 + least / MONTHS_A_YEAR)));
        DateTimeFormatter format = DateTimeFormatter.ofPattern("MMM yyyy", Locale.ROOT);
        List<Tick> ticks = new ArrayList<>();
        for (var at =
                        from.atZone(ZoneOffset.UTC)
                                .withMonth(1)
                                .withDayOfMonth(1)
                                .truncatedTo(java.time.temporal.ChronoUnit.DAYS);
                !at.toInstant().isAfter(to);
                at = at.plusMonths(step)) {
            if (!at.toInstant().isBefore(from)) {
                ticks.add(new Tick(at.toEpochSecond(), format.format(at)));
            }
        }
        return new Axis("time (UTC)", from.getEpochSecond(), to.getEpochSecond(), ticks, false);
    }

    /** Where a value is: 0 at the begin, 1 at the end; values beyond lie on the edge. */
    double position(double value) {
        double position =
                logarithmic
                        ? Math.log(value / low) / Math.log(high / low)
                        : (value - low) / (high - low);
        return Math.max(0, Math.min(1, position));
    }

    private static double step(double rough) {
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digit = rough / power;
        return power * (digit <= 1 ? 1 : digit <= 2 ? 2 : digit <= 5 ? 5 : 10);
    }

    private static String number(double value) {
        return Math.abs(value - Math.rint(value)) < 1e-9
                ? String.format(Locale.ROOT, "%,.0f", value)
                : String.valueOf(Math.round(value * 1e6) / 1e6);
    }
}
