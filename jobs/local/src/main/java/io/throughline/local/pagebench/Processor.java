package io.throughline.local.pagebench;

import java.time.Duration;

/**
 * Processor time of another process and this one, which other work on the machine does not add to.
 */
record Processor(long other) {

    /** Milliseconds since both began. */
    double millis() {
        return of(ProcessHandle.of(other).orElseThrow()) + of(ProcessHandle.current());
    }

    private static double of(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
    }
}
