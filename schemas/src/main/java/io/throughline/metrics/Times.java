package io.throughline.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** How long something takes, as a histogram in seconds. Thread-safe. */
public final class Times extends Family<Times.Buckets> {

    private static final double NANOS = 1e9;

    private final double[] bounds;

    /** Counts of one combination of labels, the last of all that is longer. */
    static final class Buckets {
        private final LongAdder[] counts;
        private final LongAdder nanos = new LongAdder();

        Buckets(int bounds) {
            counts = new LongAdder[bounds + 1];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = new LongAdder();
            }
        }
    }

    Times(String name, double[] bounds, List<String> labels) {
        super(name, labels);
        this.bounds = bounds.clone();
    }

    /** It took so long, for these values of the labels. */
    public void add(Duration took, String... values) {
        Buckets buckets = child(() -> new Buckets(bounds.length), values);
        double seconds = took.toNanos() / NANOS;
        int bucket = 0;
        while (bucket < bounds.length && seconds > bounds[bucket]) {
            bucket++;
        }
        buckets.counts[bucket].increment();
        buckets.nanos.add(took.toNanos());
    }

    @Override
    void samples(Exposition out, List<String> values, Buckets buckets) {
        List<String> labels = labelsAnd("le");
        long sum = 0;
        for (int i = 0; i <= bounds.length; i++) {
            sum += buckets.counts[i].sum();
            List<String> all = new ArrayList<>(values);
            all.add(i < bounds.length ? Double.toString(bounds[i]) : "+Inf");
            out.sample(name() + "_bucket", labels, all, sum);
        }
        out.sample(name() + "_sum", labels(), values, buckets.nanos.sum() / NANOS);
        out.sample(name() + "_count", labels(), values, sum);
    }
}
