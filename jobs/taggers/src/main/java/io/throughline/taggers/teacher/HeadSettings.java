package io.throughline.taggers.teacher;

import io.throughline.yaml.YamlMap;
import java.util.List;
import java.util.Optional;

/**
 * How a head is trained: {@code settings} of a {@code training.yaml}.
 *
 * @param seed chooses rows where a source has more than it may use
 * @param blocks what the head reads, e.g. {@code e5-small-v2-q/mean}
 * @param l2 strength of the prior on the weights of standardised numbers
 * @param iterations of the optimiser at most
 * @param tolerance relative improvement at which it stops
 * @param shares of negative, neutral and positive in the total weight; sum to 1
 */
public record HeadSettings(
        long seed,
        List<String> blocks,
        double l2,
        int iterations,
        double tolerance,
        double[] shares) {

    private static final List<String> LABELS = List.of("negative", "neutral", "positive");

    public HeadSettings {
        blocks = List.copyOf(blocks);
    }

    /** What is used for a plain set of labelled texts. */
    public static HeadSettings defaults() {
        return new HeadSettings(
                1,
                List.of("e5-small-v2-q/mean", "bge-small-en-v1.5-q/first"),
                0.5,
                200,
                1e-5,
                new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3});
    }

    /** Reads the map, noting in it what is wrong. */
    public static HeadSettings read(Optional<YamlMap> given) {
        HeadSettings defaults = defaults();
        if (given.isEmpty()) {
            return defaults;
        }
        YamlMap map = given.get();
        map.only("seed", "blocks", "l2", "iterations", "tolerance", "shares");
        List<String> blocks = map.texts("blocks");
        return new HeadSettings(
                map.integer("seed").orElse(defaults.seed),
                blocks.isEmpty() ? defaults.blocks : blocks,
                map.number("l2").orElse(defaults.l2),
                map.integer("iterations").map(Math::toIntExact).orElse(defaults.iterations),
                map.number("tolerance").orElse(defaults.tolerance),
                map.map("shares").map(HeadSettings::shares).orElse(defaults.shares));
    }

    private static double[] shares(YamlMap map) {
        map.only("negative", "neutral", "positive");
        double[] shares = new double[LABELS.size()];
        double total = 0;
        for (int label = 0; label < shares.length; label++) {
            shares[label] = map.number(LABELS.get(label)).orElse(0.0);
            total += shares[label];
        }
        if (Math.abs(total - 1) > 1e-6) {
            map.error("negative", "the shares of the three labels must sum to 1, not " + total);
        }
        return shares;
    }
}
