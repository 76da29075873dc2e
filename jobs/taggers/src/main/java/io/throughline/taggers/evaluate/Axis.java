package io.throughline.taggers.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * Where values lie on a side of a chart.
 *
 * @param low value at the beginning
 * @param high value at the end
 * @param ticks values that are written beside it
 * @param logarithmic whether equal ratios are equally far apart
 */
record Axis(String title, double low, double high, List<Tick> ticks, boolean logarithmic) {

    /** A value that is written. */
    record Tick(double value, String text) {}

    /** From 0 or above to 1, a tick each tenth or fifth. */
    static Axis share(String title, double low) {
        double step = low > 0.45 ? 0.1 : 0.2;
        List<Tick> ticks = new ArrayList<>();
        for (double value = low; value < 1 + 1e-9; value += step) {
            ticks.add(new Tick(value, Markup.format("%.0f %%", value * 100)));
        }
        return new Axis(title, low, 1, ticks, false);
    }

    /** Powers of ten around the values. */
    static Axis powersOfTen(String title, double least, double most) {
        int from = (int) Math.floor(Math.log10(least) - 0.15);
        int to = Math.max(from + 1, (int) Math.ceil(Math.log10(most) + 0.15));
        List<Tick> ticks = new ArrayList<>();
        for (int power = from; power <= to; power++) {
            double value = Math.pow(10, power);
            ticks.add(
                    new Tick(
                            value,
                            power < 0 ? String.valueOf(value) : Markup.format("%,.0f", value)));
        }
        return new Axis(title, Math.pow(10, from), Math.pow(10, to), ticks, true);
    }

    /** Where a value is: 0 at the beginning, 1 at the end. */
    double position(double value) {
        double position =
                logarithmic
                        ? Math.log10(value / low) / Math.log10(high / low)
                        : (value - low) / (high - low);
        return Math.max(0, Math.min(1, position));
    }
}
