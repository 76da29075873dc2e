package io.throughline.local.pagebench;

import java.util.List;

/** Times of the same thing, in milliseconds. */
public record Milliseconds(int times, double p50, double p99, double longest) {

    static Milliseconds of(List<Double> measured) {
        List<Double> sorted = measured.stream().sorted().toList();
        return new Milliseconds(
                sorted.size(), at(sorted, 0.5), at(sorted, 0.99), sorted.get(sorted.size() - 1));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
