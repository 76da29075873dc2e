package io.throughline.local.demo;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * What the demo's world depends on: the same options always give the same payloads and ids. Whoever
 * restarts a demo over the same data must remember them.
 *
 * @param end the newest record of the history is from just before; whole seconds
 * @param records pieces of feedback, without repeats and edits; 100 to 100,000
 */
public record DemoOptions(long seed, Instant end, int records) {

    public static final long DEFAULT_SEED = 11;
    public static final int DEFAULT_RECORDS = 10400;

    /** App Store ids are counted from here. */
    static final Instant EARLIEST_END = Instant.parse("2021-01-01T00:00:00Z");

    public DemoOptions {
        Objects.requireNonNull(end, "end");
        end = end.truncatedTo(ChronoUnit.SECONDS);
        if (end.isBefore(EARLIEST_END)) {
            throw new IllegalArgumentException("the demo cannot end before " + EARLIEST_END);
        }
        if (records < 100 || records > 100_000) {
            throw new IllegalArgumentException("100 to 100,000 records are possible");
        }
    }

    /** The demo as it ships, with a history up to that instant. */
    public static DemoOptions endingAt(Instant end) {
        return new DemoOptions(DEFAULT_SEED, end, DEFAULT_RECORDS);
    }
}
