package io.throughline.fetch.poll;

import io.throughline.channels.definition.RequestLimits.Budget;
import io.throughline.fetch.CursorChange;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps a channel within its budget. A bucket that holds a tenth of the budget and fills with what
 * is left of it can never let more through in any period, wherever that begins; one that holds the
 * whole budget would let through twice as much.
 *
 * <p>The entry {@code budget} is {@code TOKENS@MILLIS}: after a restart the bucket is as full as it
 * was at the checkpoint. What was asked for since then is not known, and is a tenth at most.
 */
final class TokenBucket {

    private static final int SHARE = 10;

    /** Null when there is no budget. */
    private final Budget budget;

    private final Clock clock;
    private double tokens;
    private long at;

    TokenBucket(Budget budget, Map<String, String> stored, Clock clock) {
        this.budget = budget;
        this.clock = clock;
        this.at = clock.millis();
        this.tokens = capacity();
        String known = stored.get(Entries.BUDGET);
        if (budget != null && known != null) {
            String[] parts = known.split("@", -1);
            this.tokens = Math.min(Double.parseDouble(parts[0]), capacity());
            this.at = Math.min(Long.parseLong(parts[1]), clock.millis());
        }
    }

    private double capacity() {
        return budget == null ? 0 : Math.max(1, budget.requests() / SHARE);
    }

    private double tokensAMilli() {
        return (budget.requests() - capacity() + 1) / budget.period().toMillis();
    }

    /** How long to wait before the next request; empty when it can be made now. */
    Optional<Duration> pause() {
        if (budget == null) {
            return Optional.empty();
        }
        long now = clock.millis();
        tokens = Math.min(capacity(), tokens + Math.max(0, now - at) * tokensAMilli());
        at = now;
        return tokens >= 1
                ? Optional.empty()
                : Optional.of(
                        Duration.ofMillis((long) Math.ceil((1 - tokens) / tokensAMilli()) + 1));
    }

    /** Takes one request out. */
    List<CursorChange> take() {
        if (budget == null) {
            return List.of();
        }
        tokens -= 1;
        return List.of(new CursorChange(Entries.BUDGET, tokens + "@" + at));
    }
}
