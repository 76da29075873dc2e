package io.throughline.taggers.student;

import io.throughline.model.SentimentLabel;
import io.throughline.taggers.linear.LinearSettings;
import io.throughline.taggers.train.LabelShares;
import io.throughline.yaml.YamlMap;
import java.util.Map;
import java.util.Optional;

/**
 * How the student is trained.
 *
 * @param seed chooses rows where a file has more than may be used
 * @param penalty of the linear model
 * @param iterations of its optimiser at most
 * @param tolerance relative improvement at which it stops
 * @param leastTexts a feature must be in as many
 * @param sureAccuracy accuracy that answers it calls sure must reach on files it has not seen
 * @param shares of the labels in the total weight; sum to 1
 */
public record StudentSettings(
        long seed,
        double penalty,
        int iterations,
        double tolerance,
        int leastTexts,
        double sureAccuracy,
        Map<SentimentLabel, Double> shares) {

    static StudentSettings read(Optional<YamlMap> given) {
        StudentSettings defaults = new StudentSettings(1, 10, 60, 1e-4, 2, 0.9, LabelShares.even());
        if (given.isEmpty()) {
            return defaults;
        }
        YamlMap map = given.get();
        map.only(
                "seed",
                "penalty",
                "iterations",
                "tolerance",
                "leastTexts",
                "sureAccuracy",
                "shares");
        return new StudentSettings(
                map.integer("seed").orElse(defaults.seed),
                map.number("penalty").orElse(defaults.penalty),
                map.integer("iterations").map(Math::toIntExact).orElse(defaults.iterations),
                map.number("tolerance").orElse(defaults.tolerance),
                map.integer("leastTexts").map(Math::toIntExact).orElse(defaults.leastTexts),
                map.number("sureAccuracy").orElse(defaults.sureAccuracy),
                map.map("shares").map(LabelShares::read).orElse(defaults.shares));
    }

    LinearSettings linear() {
        return new LinearSettings(penalty, iterations, tolerance, leastTexts, 0);
    }
}
