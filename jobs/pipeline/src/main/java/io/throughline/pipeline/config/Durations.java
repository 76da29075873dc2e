package io.throughline.pipeline.config;

import io.throughline.yaml.YamlMap;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 90s}, {@code 5m}, {@code 2h}, {@code 1d}, or ISO. */
final class Durations {

    private static final Pattern SIMPLE = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private Durations() {}

    /** The duration at a key; notes an error where it is none. */
    static Optional<Duration> read(YamlMap map, String key) {
        Optional<String> text = map.text(key).map(String::strip);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Matcher simple = SIMPLE.matcher(text.get());
        if (simple.matches()) {
            return Optional.of(of(Long.parseLong(simple.group(1)), simple.group(2)));
        }
        try {
            return Optional.of(Duration.parse(text.get()));
        } catch (DateTimeParseException e) {
            map.error(key, "'" + text.get() + "' is no duration; write 90s, 5m, 2h, 1d or PT5M");
            return Optional.empty();
        }
    }

    private static Duration of(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
