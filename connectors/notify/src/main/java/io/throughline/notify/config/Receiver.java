package io.throughline.notify.config;

import io.throughline.alert.Direction;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody, or something, that is told of alerts.
 *
 * @param id as owners name it
 * @param directions what it is told of
 * @param sendResolved whether it is told of ends, too
 * @param repeatEvery after which time it is told again of what lasts and nobody took up
 * @param groupWait how long further alerts of a stage are waited for, to be told in one message
 * @param zone whose times stand beside UTC; empty for UTC alone
 */
public record Receiver(
        String id,
        Target target,
        Set<Direction> directions,
        boolean sendResolved,
        Duration repeatEvery,
        Duration groupWait,
        Optional<ZoneId> zone) {

    /** What holds where nothing is said: Alertmanager's {@code repeat_interval}. */
    public static final Duration REPEAT_EVERY = Duration.ofHours(4);

    /** What holds where nothing is said: Alertmanager's {@code group_wait}. */
    public static final Duration GROUP_WAIT = Duration.ofSeconds(30);

    public Receiver {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(target, "target");
        directions = Set.copyOf(directions);
    }

    /** A receiver of everything, with what holds where nothing is said. */
    public static Receiver of(String id, Target target) {
        return new Receiver(
                id,
                target,
                Set.of(Direction.values()),
                true,
                REPEAT_EVERY,
                GROUP_WAIT,
                Optional.empty());
    }

    /** Whether it repeats what it is told to others, and has to be told all the time itself. */
    public boolean isAlertmanager() {
        return target instanceof Target.Web web && web.format() == Target.Format.ALERTMANAGER;
    }
}
