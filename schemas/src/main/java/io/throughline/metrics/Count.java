package io.throughline.metrics;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** A figure that only grows. Thread-safe. */
public final class Count extends Family<LongAdder> {

    Count(String name, List<String> labels) {
        super(name, labels);
    }

    /** One more, for these values of the labels. */
    public void add(String... values) {
        child(LongAdder::new, values).increment();
    }

    /** There from the start, at zero, so that the first one shows as a growth. */
    public Count expect(String... values) {
        child(LongAdder::new, values);
        return this;
    }

    @Override
    void samples(Exposition out, List<String> values, LongAdder count) {
        out.sample(name(), labels(), values, count.sum());
    }
}
