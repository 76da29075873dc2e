package io.throughline.notify.message;

import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What a message takes from whom it goes to and from where the system runs.
 *
 * @param zone whose times stand beside UTC; empty for UTC alone
 * @param page address of the live page; empty for no link to it
 * @param kibana address of Kibana with its space, such as {@code https://kibana.example/s/cx};
 *     empty for no link to it
 */
public record MessageSettings(Optional<ZoneId> zone, Optional<URI> page, Optional<URI> kibana) {

    /** UTC and no links. */
    public static final MessageSettings NONE =
            new MessageSettings(Optional.empty(), Optional.empty(), Optional.empty());

    /** The same with times of this zone beside UTC. */
    public MessageSettings in(ZoneId other) {
        return new MessageSettings(Optional.of(other), page, kibana);
    }
}
