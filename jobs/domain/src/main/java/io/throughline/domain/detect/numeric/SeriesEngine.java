package io.throughline.domain.detect.numeric;

/** A way to find what is abnormal in a series, found by {@link java.util.ServiceLoader}. */
public interface SeriesEngine {

    /** Name on the command line. */
    String id();

    /**
     * A scorer for one series, which remembers nothing of others.
     *
     * @param seed of what is random in it
     */
    SeriesScorer scorer(long seed);
}
