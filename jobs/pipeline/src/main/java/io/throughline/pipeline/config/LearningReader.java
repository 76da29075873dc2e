package io.throughline.pipeline.config;

import io.throughline.pipeline.learning.LearningSettings;
import io.throughline.yaml.YamlMap;
import java.time.Duration;

/** Reads {@code learning} of {@code throughline.yaml}. */
final class LearningReader {

    private static final LearningSettings DEFAULT = LearningSettings.DEFAULT;
    private static final Duration SHORTEST_WINDOW = Duration.ofMinutes(1);
    private static final int MOST_LESSONS = 50_000;

    private final YamlMap map;

    private LearningReader(YamlMap map) {
        this.map = map;
    }

    /** The block of the file; the defaults where it says nothing. */
    static LearningSettings read(YamlMap root) {
        return root.map("learning").map(map -> new LearningReader(map).settings()).orElse(DEFAULT);
    }

    private LearningSettings settings() {
        map.only(
                "enabled",
                "window",
                "leastLessons",
                "mostLessons",
                "margin",
                "teacherCpuShare",
                "teacherCost",
                "initialTeacherShare",
                "effectiveAfter");
        int least = lessons("leastLessons", DEFAULT.leastLessons());
        int most = lessons("mostLessons", Math.max(least, DEFAULT.mostLessons()));
        if (most < least) {
            map.error("mostLessons", "mostLessons cannot be below leastLessons, " + least);
            most = least;
        }
        return new LearningSettings(
                map.bool("enabled").orElse(DEFAULT.enabled()),
                atLeast("window", DEFAULT.window(), SHORTEST_WINDOW),
                least,
                most,
                share("margin", DEFAULT.margin()),
                amount("teacherCpuShare", DEFAULT.teacherCpuShare()),
                atLeast("teacherCost", DEFAULT.teacherCost(), Duration.ofMillis(1)),
                share("initialTeacherShare", DEFAULT.initialTeacherShare()),
                atLeast("effectiveAfter", DEFAULT.effectiveAfter(), Duration.ofSeconds(1)));
    }

    private int lessons(String key, int otherwise) {
        long number = map.integer(key).orElse((long) otherwise);
        if (number < 1 || number > MOST_LESSONS) {
            map.error(key, key + " is a number from 1 to " + MOST_LESSONS);
            return otherwise;
        }
        return (int) number;
    }

    private double share(String key, double otherwise) {
        double number = map.number(key).orElse(otherwise);
        if (!(number >= 0 && number <= 1)) {
            map.error(key, key + " is a number from 0 to 1");
            return otherwise;
        }
        return number;
    }

    private double amount(String key, double otherwise) {
        double number = map.number(key).orElse(otherwise);
        if (!(number >= 0) || Double.isInfinite(number)) {
            map.error(key, key + " is a number from 0 on: 1 is one core");
            return otherwise;
        }
        return number;
    }

    private Duration atLeast(String key, Duration otherwise, Duration least) {
        Duration duration = Durations.read(map, key).orElse(otherwise);
        if (duration.compareTo(least) < 0) {
            map.error(key, key + " is at least " + least.toMillis() + "ms");
            return otherwise;
        }
        return duration;
    }
}
