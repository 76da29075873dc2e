package io.throughline.channels;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.function.IntSupplier;

/** Records a second of this thread's processor time: what else the machine does is not counted. */
final class CpuRate {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private CpuRate() {}

    /**
     * The best of some rounds, after warming up.
     *
     * @param work answers how many records it read
     * @param round processor time of one round
     */
    static double of(IntSupplier work, Duration round) {
        double best = 0;
        for (int i = 0; i < 3; i++) {
            best = Math.max(best, once(work, round.toNanos()));
        }
        return best;
    }

    private static double once(IntSupplier work, long nanos) {
        long begin = THREADS.getCurrentThreadCpuTime();
        long records = 0;
        long spent = 0;
        while (spent < nanos) {
            records += work.getAsInt();
            spent = THREADS.getCurrentThreadCpuTime() - begin;
        }
        return records * 1e9 / spent;
    }

    /** How many of outcomes became feedback. */
    static int accepted(List<Outcome> outcomes) {
        int accepted = 0;
        for (Outcome outcome : outcomes) {
            accepted += outcome instanceof Outcome.Accepted ? 1 : 0;
        }
        return accepted;
    }
}
