package io.throughline.alert;

import io.throughline.yaml.YamlException;
import io.throughline.yaml.YamlFile;
import io.throughline.yaml.YamlMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@link AlertRules}: every key is optional and what is silent is as in {@link
 * AlertRules#DEFAULT}. Durations are written {@code 5m}, {@code 36h}, {@code 21d}, {@code 8w} or as
 * ISO 8601; the budget {@code 1 per 8w}.
 */
public final class AlertRulesReader {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,9})\\s?(ms|s|m|h|d|w)");
    private static final Pattern BUDGET = Pattern.compile("(\\d{1,6})\\s+per\\s+(.+)");
    private static final Map<String, Duration> UNITS =
            Map.of(
                    "ms", Duration.ofMillis(1),
                    "s", Duration.ofSeconds(1),
                    "m", Duration.ofMinutes(1),
                    "h", Duration.ofHours(1),
                    "d", Duration.ofDays(1),
                    "w", Duration.ofDays(7));
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private static final String[] KEYS = {
        "budget",
        "delta",
        "halfLife",
        "oddsRatio",
        "window",
        "outOfOrderness",
        "warmUp",
        "leastFeedback",
        "leastAuthors",
        "noDataAfter",
        "escalateAfter"
    };

    private final YamlMap yaml;

    private AlertRulesReader(YamlMap yaml) {
        this.yaml = yaml;
    }

    /**
     * The rules of a text that holds their keys at the top level, as commands carry it.
     *
     * @param file shown in problems
     * @throws YamlException when the text holds an error
     */
    public static AlertRules read(String file, String yaml) {
        if (yaml.isBlank()) {
            return AlertRules.DEFAULT;
        }
        YamlFile parsed = YamlFile.parse(file, yaml);
        AlertRules rules = read(parsed.root());
        parsed.check();
        return rules;
    }

    /** The rules of a block; problems are noted in its file. Its other keys are left alone. */
    public static AlertRules read(YamlMap block) {
        return new AlertRulesReader(block).rules();
    }

    /** The rules of a block that holds nothing else; problems are noted in its file. */
    public static AlertRules readOnly(YamlMap block) {
        block.only(KEYS);
        return read(block);
    }

    private AlertRules rules() {
        AlertRules standard = AlertRules.DEFAULT;
        return new AlertRules(
                budget(standard.budget()),
                number("delta", standard.delta(), "a share from 0 to 0.5", d -> d >= 0 && d <= 0.5),
                atLeast("halfLife", standard.halfLife(), Duration.ofDays(1)),
                number(
                        "oddsRatio",
                        standard.oddsRatio(),
                        "above 1, up to 10",
                        r -> r > 1 && r <= 10),
                window(standard.window()),
                atLeast("outOfOrderness", standard.outOfOrderness(), Duration.ZERO),
                atLeast("warmUp", standard.warmUp(), Duration.ZERO),
                count("leastFeedback", standard.leastFeedback()),
                count("leastAuthors", standard.leastAuthors()),
                atLeast("noDataAfter", standard.noDataAfter(), HOUR),
                atLeast("escalateAfter", standard.escalateAfter(), MINUTE));
    }

    /** The rules as a text that {@link #read(String, String)} reads. */
    public static String yaml(AlertRules rules) {
        return "budget: 1 per %s\ndelta: %s\nhalfLife: %s\noddsRatio: %s\nwindow: %s\noutOfOrderness: %s\nwarmUp: %s\nleastFeedback: %d\nleastAuthors: %d\nnoDataAfter: %s\nescalateAfter: %s\n"
                .formatted(
                        rules.budget(),
                        rules.delta(),
                        rules.halfLife(),
                        rules.oddsRatio(),
                        rules.window(),
                        rules.outOfOrderness(),
                        rules.warmUp(),
                        rules.leastFeedback(),
                        rules.leastAuthors(),
                        rules.noDataAfter(),
                        rules.escalateAfter());
    }

    /** A duration as people write it; empty when it is none. */
    public static Optional<Duration> duration(String text) {
        String plain = text.strip();
        Matcher matcher = SHORT.matcher(plain);
        if (matcher.matches()) {
            return Optional.of(
                    UNITS.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1))));
        }
        try {
            return Optional.of(Duration.parse(plain.toUpperCase(Locale.ROOT)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private Duration budget(Duration standard) {
        Optional<String> text = yaml.text("budget");
        if (text.isEmpty()) {
            return standard;
        }
        Matcher matcher = BUDGET.matcher(text.get().strip());
        if (matcher.matches()) {
            long times = Long.parseLong(matcher.group(1));
            Optional<Duration> time = duration(matcher.group(2));
            if (times > 0 && time.isPresent() && time.get().compareTo(HOUR) >= 0) {
                return time.get().dividedBy(times);
            }
        }
        yaml.error(
                "budget", "a budget is written '1 per 8w': false alarms in a time of 1 h or more");
        return standard;
    }

    private Duration window(Duration standard) {
        Duration window = atLeast("window", standard, MINUTE);
        if (window.toSeconds() % 60 != 0 || HOUR.toSeconds() % window.toSeconds() != 0) {
            yaml.error("window", "a window is 1 to 60 whole minutes that divide an hour");
            return standard;
        }
        return window;
    }

    private Duration atLeast(String key, Duration standard, Duration least) {
        Optional<String> text = yaml.text(key);
        if (text.isEmpty()) {
            return standard;
        }
        Optional<Duration> read = duration(text.get());
        if (read.isEmpty() || read.get().compareTo(least) < 0) {
            yaml.error(key, "a duration such as 5m, 36h, 21d is due, at least " + least);
            return standard;
        }
        return read.get();
    }

    private double number(String key, double standard, String due, DoublePredicate holds) {
        Optional<Double> read = yaml.number(key);
        if (read.isPresent() && !holds.test(read.get())) {
            yaml.error(key, key + " is " + due);
            return standard;
        }
        return read.orElse(standard);
    }

    private int count(String key, int standard) {
        Optional<Long> read = yaml.integer(key);
        if (read.isPresent() && (read.get() < 1 || read.get() > 1_000_000)) {
            yaml.error(key, key + " is 1 to 1000000");
            return standard;
        }
        return read.map(Long::intValue).orElse(standard);
    }
}
