package io.throughline.notify.message;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Says times and durations: UTC, and beside it the time of whoever reads. */
final class Times {

    private static final DateTimeFormatter DAY_AND_MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final long TWO = 2;

    private final Optional<ZoneId> zone;

    /**
     * @param zone whose time stands beside; UTC by another name does not
     */
    Times(Optional<ZoneId> zone) {
        this.zone = zone.filter(there -> !there.normalized().equals(ZoneOffset.UTC));
    }

    /** Such as {@code 2026-03-04 10:35 UTC (11:35 Europe/Berlin)}. */
    String at(Instant instant) {
        ZonedDateTime utc = instant.atZone(ZoneOffset.UTC);
        return DAY_AND_MINUTE.format(utc)
                + " UTC"
                + zone.map(local -> " (" + beside(utc, local) + ")").orElse("");
    }

    /** Such as {@code between 2026-03-04 04:00 and 07:25 UTC}. */
    String between(Instant earliest, Instant latest) {
        ZonedDateTime from = earliest.atZone(ZoneOffset.UTC);
        ZonedDateTime to = latest.atZone(ZoneOffset.UTC);
        boolean sameDay = from.toLocalDate().equals(to.toLocalDate());
        return "between "
                + DAY_AND_MINUTE.format(from)
                + " and "
                + (sameDay ? MINUTE : DAY_AND_MINUTE).format(to)
                + " UTC";
    }

    private static String beside(ZonedDateTime utc, ZoneId zone) {
        ZonedDateTime local = utc.withZoneSameInstant(zone);
        boolean sameDay = local.toLocalDate().equals(utc.toLocalDate());
        return (sameDay ? MINUTE : DAY_AND_MINUTE).format(local) + " " + zone.getId();
    }

    /** In the greatest unit that fits without a rest: {@code 8 weeks}, {@code 36 hours}. */
    static String spoken(Duration duration) {
        long seconds = duration.toSeconds();
        Unit[] units = Unit.values();
        for (Unit unit : units) {
            if (seconds >= unit.seconds && seconds % unit.seconds == 0) {
                long number = seconds / unit.seconds;
                return unit == Unit.WEEK && number < TWO
                        ? "7 days"
                        : number + " " + unit.word(number);
            }
        }
        return seconds + " seconds";
    }

    private enum Unit {
        WEEK(7 * 86_400L),
        DAY(86_400),
        HOUR(3_600),
        MINUTE(60);

        private final long seconds;

        Unit(long seconds) {
            this.seconds = seconds;
        }

        private String word(long number) {
            return name().toLowerCase(Locale.ROOT) + (number == 1 ? "" : "s");
        }
    }
}
