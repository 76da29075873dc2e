package io.throughline.fetch.stream;

import io.throughline.channels.definition.StreamSpec.Protocol;
import java.time.Duration;

/**
 * How long nothing came over a connection: no byte, for which it is given up, and no message, for
 * which a bounded run ends. Measured with the machine's monotonic clock, which no setting of the
 * time moves.
 */
final class Silence {

    /** Pings in the time after which a silent connection is given up. */
    private static final int PINGS = 3;

    private final StreamPlan plan;
    private long lastByte;
    private long lastMessage = System.nanoTime();

    Silence(StreamPlan plan) {
        this.plan = plan;
    }

    /** A connection begins. */
    void begin() {
        anything();
        message();
    }

    /** Something came, be it a heartbeat. */
    void anything() {
        lastByte = System.nanoTime();
    }

    /** What came last held a message. */
    void message() {
        lastMessage = lastByte;
    }

    /** Whether there was no message for so long that a bounded run is over. */
    boolean isQuiet() {
        return System.nanoTime() - lastMessage >= plan.quiet().toNanos();
    }

    /** Whether there was no byte for so long that the connection is given up. */
    boolean isDead() {
        return System.nanoTime() - lastByte >= plan.spec().heartbeat().toNanos();
    }

    /**
     * Time until the connection, or a bounded run, has been silent for too long, or for a ping.
     *
     * @param untilQuiet whether the run is bounded
     */
    Duration patience(boolean untilQuiet) {
        long now = System.nanoTime();
        Duration heartbeat = plan.spec().heartbeat();
        Duration left = heartbeat.minusNanos(now - lastByte);
        Duration quietLeft = plan.quiet().minusNanos(now - lastMessage);
        Duration patience = untilQuiet && quietLeft.compareTo(left) < 0 ? quietLeft : left;
        Duration ping = heartbeat.dividedBy(PINGS);
        return plan.spec().protocol() == Protocol.WEBSOCKET && ping.compareTo(patience) < 0
                ? ping
                : patience;
    }
}
