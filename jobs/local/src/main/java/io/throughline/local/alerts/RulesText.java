package io.throughline.local.alerts;

import io.throughline.alert.AlertCommand;
import io.throughline.alert.AlertRules;
import io.throughline.alert.AlertRulesReader;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rules of alerts as the guides write them. Commands and state hold ISO 8601, and go on doing so:
 * what differs in spelling alone would count as other rules.
 */
public final class RulesText {

    private static final Pattern ISO = Pattern.compile("\\bPT[0-9HMS.]+");
    private static final Map<Duration, String> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put(Duration.ofDays(7), "w");
        UNITS.put(Duration.ofDays(1), "d");
        UNITS.put(Duration.ofHours(1), "h");
        UNITS.put(Duration.ofMinutes(1), "m");
        UNITS.put(Duration.ofSeconds(1), "s");
    }

    private RulesText() {}

    /** As under {@code alerts} in a configuration. */
    public static String yaml(AlertRules rules) {
        return ISO.matcher(AlertRulesReader.yaml(rules))
                .replaceAll(found -> written(Duration.parse(found.group())));
    }

    private static String written(Duration duration) {
        for (Map.Entry<Duration, String> unit : UNITS.entrySet()) {
            long times = duration.dividedBy(unit.getKey());
            if (times > 0 && unit.getKey().multipliedBy(times).equals(duration)) {
                return times + unit.getValue();
            }
        }
        return duration.isZero() ? "0s" : duration.toString();
    }

    /** Since when rules hold, and who said so. */
    public static String since(Optional<AlertCommand> said) {
        if (said.isEmpty()) {
            return "The rules of the program: nobody has set others.";
        }
        boolean always = said.get().from().equals(Instant.EPOCH);
        return "In force "
                + (always ? "from the beginning" : "since " + said.get().from())
                + ", by "
                + said.get().by();
    }
}
