package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The negative share of a stage around an alert. Hours are put together until one holds enough
 * feedback to say something: 8 items a point on average, and at most a day in one.
 *
 * @param from begin of the picture
 * @param until end of the picture
 * @param hours that one point stands for
 * @param points in their order, without those that hold no label
 * @param due what was expected, hour by hour, in the order of time
 */
record Series(Instant from, Instant until, int hours, List<Point> points, List<Due> due) {

    private static final int[] WIDTHS = {1, 2, 3, 6, 12, 24};
    private static final double ENOUGH = 8;
    private static final int MOST = 180;
    private static final long HOUR = Duration.ofHours(1).toMillis();

    /**
     * One stretch of time.
     *
     * @param n feedback with a label
     */
    record Point(Instant start, long n, Share negative) {}

    /** The negative share that was due in an hour. */
    record Due(Instant start, double expected) {}

    /**
     * The series of a span.
     *
     * @param labels answer of {@link AlertSearches#labels}
     * @param due answer of {@link AlertSearches#due}
     */
    static Series read(Instant from, Instant until, JsonNode labels, JsonNode due) {
        TreeMap<Long, Labels> hours = new TreeMap<>();
        for (JsonNode bucket : labels.at("/aggregations/hours/buckets")) {
            Labels hour = Labels.read(bucket);
            if (hour.labelled() > 0) {
                hours.put(bucket.path("key").asLong() / HOUR, hour);
            }
        }
        long all = hours.values().stream().mapToLong(Labels::labelled).sum();
        double span = Math.max(1, (double) Duration.between(from, until).toMillis() / HOUR);
        int width = WIDTHS[WIDTHS.length - 1];
        for (int candidate : WIDTHS) {
            if (all * candidate / span >= ENOUGH && span / candidate <= MOST) {
                width = candidate;
                break;
            }
        }
        return new Series(from, until, width, points(hours, width), due(due));
    }

    private static List<Point> points(TreeMap<Long, Labels> hours, int width) {
        TreeMap<Long, Labels> wide = new TreeMap<>();
        hours.forEach((hour, labels) -> wide.merge(hour / width, labels, Labels::plus));
        List<Point> points = new ArrayList<>();
        wide.forEach(
                (index, labels) ->
                        points.add(
                                new Point(
                                        Instant.ofEpochMilli(index * width * HOUR),
                                        labels.labelled(),
                                        Share.of(labels.negative(), labels.labelled()))));
        return List.copyOf(points);
    }

    private static List<Due> due(JsonNode answer) {
        List<Due> due = new ArrayList<>();
        for (JsonNode hit : answer.path("hits").path("hits")) {
            JsonNode source = hit.path("_source");
            due.add(
                    new Due(
                            Instant.parse(source.path("windowStart").asText()),
                            source.at("/watch/expected").asDouble()));
        }
        return List.copyOf(due);
    }
}
