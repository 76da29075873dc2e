package io.throughline.taggers.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How fast a tagger is.
 *
 * <p>The rate is by the CPU time of the tagging threads, which other programs on the machine do not
 * change much; garbage collection and compilation run on threads of their own and are not in it.
 *
 * @param recordsPerCpuSecond records that one second of one core tags
 * @param cpuSeconds that were measured
 * @param records that were measured
 * @param warmUp records before them that were not: the first fifth, but at most a CPU-second
 * @param p50Millis half of the records took at most so long, by the wall clock
 * @param p99Millis 99 of 100 records took at most so long
 * @param slowestMillis the slowest record
 */
public record Speed(
        double recordsPerCpuSecond,
        double cpuSeconds,
        long records,
        long warmUp,
        double p50Millis,
        double p99Millis,
        double slowestMillis) {

    private static final double NANOS = 1e9;
    private static final double NANOS_A_MILLI = 1e6;
    private static final long WARM_UP_NANOS = 1_000_000_000L;
    private static final int WARM_UP_PART = 5;

    /** The same latencies with a rate that was measured apart. */
    Speed withRate(double rate) {
        return new Speed(rate, cpuSeconds, records, warmUp, p50Millis, p99Millis, slowestMillis);
    }

    /** The speed of all stretches but the first; nothing when the platform tells no CPU time. */
    static Optional<Speed> of(List<Stretch> stretches) {
        long all = 0;
        for (Stretch stretch : stretches) {
            all += stretch.answers().size();
            if (stretch.cpuNanos() < 0) {
                return Optional.empty();
            }
        }
        if (all == 0) {
            return Optional.empty();
        }
        List<Stretch> measured = new ArrayList<>(stretches);
        long warmUp = 0;
        long warmUpNanos = 0;
        while (warmUpNanos + measured.get(0).cpuNanos() <= WARM_UP_NANOS
                && warmUp + measured.get(0).answers().size() <= all / WARM_UP_PART) {
            warmUp += measured.get(0).answers().size();
            warmUpNanos += measured.remove(0).cpuNanos();
        }
        return Optional.of(measured(measured, warmUp));
    }

    private static Speed measured(List<Stretch> stretches, long warmUp) {
        long cpu = Math.max(1, stretches.stream().mapToLong(Stretch::cpuNanos).sum());
        long[] nanos =
                stretches.stream()
                        .flatMap(stretch -> stretch.answers().stream())
                        .mapToLong(Answer::nanos)
                        .sorted()
                        .toArray();
        return new Speed(
                nanos.length / (cpu / NANOS),
                cpu / NANOS,
                nanos.length,
                warmUp,
                percentile(nanos, 0.5),
                percentile(nanos, 0.99),
                percentile(nanos, 1));
    }

    private static double percentile(long[] sorted, double share) {
        int rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(0, rank - 1)] / NANOS_A_MILLI;
    }
}
