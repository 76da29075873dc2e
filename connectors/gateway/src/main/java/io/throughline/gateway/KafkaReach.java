package io.throughline.gateway;

import java.util.function.BooleanSupplier;

/**
 * Whether Kafka can be reached, and whether it ever could. Ready once is ready for good: gateways
 * that were not, all at the same moment, would leave whoever sends to a proxy that answers for
 * them, and nothing would be counted of it.
 */
final class KafkaReach {

    private final BooleanSupplier probe;
    private volatile boolean once;

    /**
     * Asks that probe.
     *
     * @param probe may take two seconds
     */
    KafkaReach(BooleanSupplier probe) {
        this.probe = probe;
    }

    /** Whether it was reached at least once, or is now. */
    boolean once() {
        return once || now();
    }

    /** Whether it can be reached at this moment. */
    boolean now() {
        boolean reachable = probe.getAsBoolean();
        if (reachable) {
            once = true;
        }
        return reachable;
    }
}
