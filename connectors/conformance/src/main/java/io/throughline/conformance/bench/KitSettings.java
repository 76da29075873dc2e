package io.throughline.conformance.bench;

/**
 * How much the checks try.
 *
 * @param records parsed to tell throughput and memory
 * @param mutations of each fixture
 */
public record KitSettings(int records, int mutations) {

    /** What a channel is judged by: 100,000 records, 10,000 mutations of each fixture. */
    public static final KitSettings FULL = new KitSettings(100_000, 10_000);

    /** For builds, where all channels are checked each time. */
    public static final KitSettings BRIEF = new KitSettings(10_000, 300);

    public KitSettings {
        if (records < 1 || mutations < 1) {
            throw new IllegalArgumentException("a check that tries nothing tells nothing");
        }
    }
}
