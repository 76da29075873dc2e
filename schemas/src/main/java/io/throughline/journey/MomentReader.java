package io.throughline.journey;

import io.throughline.model.Channel;
import io.throughline.model.Role;
import io.throughline.yaml.YamlMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.PatternSyntaxException;

/**
 * Reads a moment of truth: {@code first}, the first signal that meets the conditions, or {@code
 * count}, reached when so many did, within a time when one is given.
 */
final class MomentReader {

    private static final List<String> ROLES = Arrays.stream(Role.values()).map(Role::id).toList();
    private static final List<String> CHANNELS =
            Arrays.stream(Channel.values()).map(Channel::id).toList();

    private static final Map<String, String> NONE = Map.of();

    private MomentReader() {}

    static Moment read(YamlMap yaml) {
        yaml.only("id", "when", "cues");
        String id = Ids.read(yaml, "id");
        YamlMap when = yaml.requiredMap("when");
        when.only("first", "count");
        if (yaml.isMap("when") && when.has("first") == when.has("count")) {
            yaml.error("when", "'when' holds either 'first' or 'count'");
        }
        if (when.has("count")) {
            return new Moment(
                    id,
                    "count",
                    when.map("count").map(MomentReader::count).orElse(NONE),
                    cues(yaml));
        }
        return new Moment(
                id, "first", when.map("first").map(MomentReader::first).orElse(NONE), cues(yaml));
    }

    private static List<Cue> cues(YamlMap yaml) {
        List<Cue> cues = new ArrayList<>();
        List<String> sources = yaml.texts("cues");
        for (int i = 0; i < sources.size(); i++) {
            String source = sources.get(i);
            if (source.isBlank() || source.length() > StageReader.MAX_CUE) {
                yaml.errorAt("cues", i, "a cue has 1 to " + StageReader.MAX_CUE + " characters");
                continue;
            }
            try {
                cues.add(Cue.parse(source));
            } catch (PatternSyntaxException e) {
                yaml.errorAt("cues", i, StageReader.invalid(source, e));
            }
        }
        return cues;
    }

    private static Map<String, String> first(YamlMap yaml) {
        return conditions(yaml, "touchpoint", "role", "channel");
    }

    private static Map<String, String> count(YamlMap yaml) {
        Map<String, String> conditions =
                conditions(yaml, "touchpoint", "role", "channel", "within", "reaches");
        if (!yaml.has("reaches")) {
            yaml.missing("reaches");
        } else if (yaml.integer("reaches").orElse(1L) < 1) {
            yaml.error("reaches", "reaches is 1 or more");
        }
        yaml.text("within")
                .filter(within -> !isDuration(within))
                .ifPresent(
                        within ->
                                yaml.error(
                                        "within",
                                        "'within' is a duration such as P30D or PT12H, not '"
                                                + within
                                                + "'"));
        return conditions;
    }

    private static Map<String, String> conditions(YamlMap yaml, String... keys) {
        yaml.only(keys);
        Map<String, String> conditions = new LinkedHashMap<>();
        for (String key : keys) {
            yaml.text(key).ifPresent(value -> conditions.put(key, value));
        }
        oneOf(yaml, "role", ROLES);
        oneOf(yaml, "channel", CHANNELS);
        if (!yaml.has("touchpoint") && !yaml.has("role") && !yaml.has("channel")) {
            yaml.missing("touchpoint");
        }
        return conditions;
    }

    private static void oneOf(YamlMap yaml, String key, List<String> known) {
        yaml.text(key)
                .filter(value -> !known.contains(value))
                .ifPresent(
                        value ->
                                yaml.error(
                                        key,
                                        "'"
                                                + key
                                                + "' is one of "
                                                + String.join(", ", known)
                                                + ", not '"
                                                + value
                                                + "'"));
    }

    /** Whether it is an ISO 8601 duration of a fixed, positive length: weeks, days and shorter. */
    private static boolean isDuration(String text) {
        try {
            return Duration.parse(text).compareTo(Duration.ZERO) > 0;
        } catch (DateTimeException notDaysAndShorter) {
            try {
                Period period = Period.parse(text);
                return period.toTotalMonths() == 0 && period.getDays() > 0;
            } catch (DateTimeException notWeeksEither) {
                return false;
            }
        }
    }
}
