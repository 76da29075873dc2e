package io.throughline.local.backtest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What a history holds: feedback, or a series of numbers.
 *
 * @param feedback empty when there are numbers
 * @param points in the order of their time
 */
public record History(SortedHistory feedback, List<Point> points) implements AutoCloseable {

    public History {
        List<Point> sorted = new ArrayList<>(points);
        sorted.sort(Comparator.comparing(Point::at));
        points = List.copyOf(sorted);
    }

    /** Whether this is a series of numbers. */
    public boolean numeric() {
        return !points.isEmpty();
    }

    @Override
    public void close() throws IOException {
        feedback.close();
    }
}
