package io.throughline.local.demo.words;

import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Chance that repeats itself: the same seed, purpose and number always fall the same way. Every
 * record rolls its own dice, so that adding a roll to one leaves all the others as they were.
 */
public final class Dice {

    private final Random random;

    private Dice(long seed) {
        this.random = new Random(seed);
    }

    /**
     * @param purpose what is rolled for; different purposes are independent
     * @param number of the record
     */
    public static Dice of(long seed, String purpose, long number) {
        return new Dice(mix(mix(seed ^ purpose.hashCode() * 0x9E3779B97F4A7C15L) + number));
    }

    /** True with this probability, 0 to 1. */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number, both ends included. */
    public int between(int lowest, int highest) {
        return lowest + random.nextInt(highest - lowest + 1);
    }

    /** A number from 0 to below 1. */
    public double fraction() {
        return random.nextDouble();
    }

    /** A waiting time with this mean: many short ones, a few long ones. */
    public double waiting(double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    /** One of the list. */
    public <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    /** One of the keys, each as often as its weight says, in the order of the map. */
    public <T> T weighted(Map<T, Double> weights) {
        double total = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        double left = random.nextDouble() * total;
        T last = null;
        for (Map.Entry<T, Double> entry : weights.entrySet()) {
            last = entry.getKey();
            left -= entry.getValue();
            if (left < 0) {
                return last;
            }
        }
        return last;
    }

    /** That many characters of the alphabet. */
    public String characters(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    /** The finalizer of SplitMix64: neighbouring numbers become unrelated ones. */
    private static long mix(long value) {
        long z = value + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
