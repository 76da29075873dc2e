package io.throughline.local.provision;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long what customers said is kept. Whole months go at once, so the oldest month lasts until
 * all of it is older.
 *
 * @param months 1 to 1,200
 */
public record Keep(int months) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})([My])");
    private static final int MONTHS_A_YEAR = 12;
    private static final int LONGEST = 1_200;

    /** Days of the longest month, since a policy counts days. */
    private static final int DAYS_A_MONTH = 31;

    public Keep {
        if (months < 1 || months > LONGEST) {
            throw new IllegalArgumentException("between 1 and " + LONGEST + " months are kept");
        }
    }

    /**
     * Reads {@code 13M} or {@code 2y}.
     *
     * @throws IllegalArgumentException with a sentence when it is neither
     */
    public static Keep parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no time to keep: write months or years, such as 13M or 2y");
        }
        int number = Integer.parseInt(form.group(1));
        return new Keep(form.group(2).equals("y") ? number * MONTHS_A_YEAR : number);
    }

    /** Whether all of a month is older. */
    boolean isOver(YearMonth month, Instant now) {
        return month.isBefore(YearMonth.from(now.atOffset(ZoneOffset.UTC)).minusMonths(months));
    }

    /**
     * Days from the begin of a month after which all of it is older, whatever months lie between.
     */
    int daysFromBegin() {
        return (months + 1) * DAYS_A_MONTH;
    }

    @Override
    public String toString() {
        return months + "M";
    }
}
