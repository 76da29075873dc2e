package io.throughline.metrics;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** The figures of a process, in the order in which they were made. Thread-safe. */
public final class Meters {

    private final List<Part> parts = new CopyOnWriteArrayList<>();

    private record Part(String name, String type, String help, Consumer<Exposition> samples) {}

    /** A figure that only grows; its name ends in {@code _total}. */
    public Count count(String name, String help, String... labels) {
        Count count = new Count(name, List.of(labels));
        parts.add(new Part(name, "counter", help, count::write));
        return count;
    }

    /**
     * How long something takes; its name ends in {@code _seconds}.
     *
     * @param bounds of the buckets in seconds, ascending
     */
    public Times times(String name, String help, double[] bounds, String... labels) {
        Times times = new Times(name, bounds, List.of(labels));
        parts.add(new Part(name, "histogram", help, times::write));
        return times;
    }

    /** A figure as it is now. */
    public void gauge(String name, String help, DoubleSupplier value) {
        parts.add(
                new Part(
                        name,
                        "gauge",
                        help,
                        out -> out.sample(name, List.of(), List.of(), value.getAsDouble())));
    }

    /**
     * Figures as they are now, by the value of a label.
     *
     * @param values asked for at every collection; what is not known is absent
     */
    public void gauges(
            String name, String help, String label, Supplier<Map<String, Double>> values) {
        parts.add(
                new Part(
                        name,
                        "gauge",
                        help,
                        out ->
                                values.get()
                                        .forEach(
                                                (value, figure) ->
                                                        out.sample(
                                                                name,
                                                                List.of(label),
                                                                List.of(value),
                                                                figure))));
    }

    /** All of them, in the text format of Prometheus. */
    public String text() {
        Exposition out = new Exposition();
        for (Part part : parts) {
            out.family(part.name(), part.type(), part.help());
            part.samples().accept(out);
        }
        return out.text();
    }
}
