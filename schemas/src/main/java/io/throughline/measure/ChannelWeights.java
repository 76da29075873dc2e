package io.throughline.measure;

import java.util.Map;
import java.util.TreeMap;

/**
 * How much each channel weighs in a stage's net sentiment, so that the loudest does not own it.
 *
 * <p>A channel weighs its share p of the labelled feedback, but the loudest no more than the cap κ
 * (at least one half, so that only one channel can be over it); the others share the rest by how
 * much they have. And no feedback counts more than three times what it would without a cap: else a
 * single letter beside a thousand tweets would be half of the score. With p the loudest share,
 *
 * <pre>
 * w = p                           when p ≤ κ
 * w = max(κ, 1 − 3 · (1 − p))     otherwise;   every other channel: its share · (1 − w) / (1 − p)
 * </pre>
 *
 * <p>So 60 % become 50 %, 80 % become 50 %, 90 % become 70 % and 99 % become 97 %. The bound is
 * what survey practice calls trimming of weights: the variance of a weighted mean grows with the
 * square of the weights.
 */
public final class ChannelWeights {

    /** Most that a channel weighs when nothing else is configured. */
    public static final double DEFAULT_CAP = 0.5;

    /** Lowest cap: below it several channels could be over it. */
    public static final double LOWEST_CAP = 0.5;

    private static final double MOST_A_FEEDBACK = 3;

    private ChannelWeights() {}

    /**
     * The weights, which sum to 1; channels without labels have none.
     *
     * @param channels channel id to its labels
     * @param cap from {@link #LOWEST_CAP} to 1; 1 caps nothing
     */
    public static Map<String, Double> of(Map<String, Labelled> channels, double cap) {
        if (!(cap >= LOWEST_CAP && cap <= 1)) {
            throw new IllegalArgumentException("a cap is from 0.5 to 1, not " + cap);
        }
        double total = channels.values().stream().mapToLong(Labelled::total).sum();
        Map<String, Double> weights = new TreeMap<>();
        channels.forEach(
                (channel, labels) -> {
                    if (labels.total() > 0) {
                        double share = labels.total() / total;
                        weights.put(channel, weight(share, loudest(channels, total), cap));
                    }
                });
        return weights;
    }

    private static double loudest(Map<String, Labelled> channels, double total) {
        return channels.values().stream().mapToLong(Labelled::total).max().orElse(0) / total;
    }

    private static double weight(double share, double loudest, double cap) {
        double rest = 1 - loudest;
        if (loudest <= cap || rest <= 0) {
            return share;
        }
        double most = Math.max(cap, 1 - MOST_A_FEEDBACK * rest);
        return share == loudest ? most : share * (1 - most) / rest;
    }
}
