package io.throughline.gateway;

import io.throughline.channels.signature.Proof;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Knows requests that Kafka has already, so that a copy of one is not published again. Only
 * requests whose time is signed are kept, and only until that time is over: from then on the
 * signature check refuses them. Bounded: the oldest are forgotten first, and a copy of such a one
 * is published again and found to be a duplicate downstream.
 */
final class ReplayGuard {

    /** About 20 MiB when full. */
    static final int MOST = 1 << 17;

    private final int most;
    private final Map<String, Instant> seen = new LinkedHashMap<>();

    ReplayGuard(int most) {
        this.most = most;
    }

    /** Whether Kafka has this very request already. */
    synchronized boolean has(String channel, Proof proof) {
        return proof.validUntil().isPresent() && seen.containsKey(key(channel, proof));
    }

    /** Kafka has acknowledged it. */
    synchronized void written(String channel, Proof proof, Instant now) {
        if (proof.validUntil().isEmpty()) {
            return;
        }
        Iterator<Instant> oldest = seen.values().iterator();
        while (oldest.hasNext()) {
            boolean over = oldest.next().isBefore(now);
            if (!over && seen.size() < most) {
                break;
            }
            oldest.remove();
        }
        seen.put(key(channel, proof), proof.validUntil().get());
    }

    synchronized int size() {
        return seen.size();
    }

    private static String key(String channel, Proof proof) {
        return channel + ' ' + proof.fingerprint();
    }
}
