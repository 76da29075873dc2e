package io.throughline.notify.message;

import io.throughline.alert.Direction;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Figures as people read them: negative shares in percent and their changes in points, both to a
 * tenth; numbers of feedback whole. A reader who adds up or subtracts what a message says must find
 * it right, so differences are taken between the rounded figures, and parts are rounded so that
 * they sum to the rounded whole (largest remainders).
 */
final class Amounts {

    private static final double TENTHS_OF_PERCENT = 1_000;
    private static final long TEN = 10;

    private final boolean shares;

    Amounts(Direction direction) {
        this.shares =
                switch (direction) {
                    case DROP, RISE -> true;
                    case VOLUME_SURGE, VOLUME_COLLAPSE -> false;
                };
    }

    /** Whether figures are shares. */
    boolean shares() {
        return shares;
    }

    /** Such as {@code 41.3%}, or {@code 412}. */
    String level(double figure) {
        return shares ? tenths(units(figure)) + "%" : String.valueOf(units(figure));
    }

    /** What {@link #signed} and {@link #plain} say of observed − expected. */
    long change(double expected, double observed) {
        return units(observed) - units(expected);
    }

    /** In steps of what is shown. */
    long units(double figure) {
        return Math.round(shares ? figure * TENTHS_OF_PERCENT : figure);
    }

    /** Such as {@code +16.3}, {@code −220} or {@code 0}. */
    String signed(long units) {
        String sign = units > 0 ? "+" : units < 0 ? "−" : "";
        return sign + plain(units);
    }

    /** Without its sign. */
    String plain(long units) {
        return shares ? tenths(Math.abs(units)) : String.valueOf(Math.abs(units));
    }

    /** Such as {@code 16.3 points} or {@code 220}. */
    String spoken(long units) {
        return plain(units) + (shares ? " points" : "");
    }

    /** The parts in whole units that sum to the whole, each at most one from its exact value. */
    long[] parts(List<Double> exact, long whole) {
        double scale = shares ? TENTHS_OF_PERCENT : 1;
        double sum = exact.stream().mapToDouble(Double::doubleValue).sum() * scale;
        // What the rounding of the whole added or took is spread evenly before parts are rounded.
        double rest = exact.isEmpty() ? 0 : (whole - sum) / exact.size();
        double[] due = exact.stream().mapToDouble(part -> part * scale + rest).toArray();
        long[] parts = new long[due.length];
        long left = whole;
        for (int i = 0; i < due.length; i++) {
            parts[i] = (long) Math.floor(due[i]);
            left -= parts[i];
        }
        IntStream.range(0, due.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> parts[i] - due[i]))
                .limit(Math.max(0, left))
                .forEach(i -> parts[i]++);
        return parts;
    }

    private static String tenths(long tenths) {
        return String.format(Locale.ROOT, "%d.%d", tenths / TEN, tenths % TEN);
    }
}
