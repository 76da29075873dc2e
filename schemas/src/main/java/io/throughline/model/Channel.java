package io.throughline.model;

import java.util.Locale;
import java.util.Optional;

/**
 * Way a piece of feedback reached us, from the customer's point of view. A channel groups sources
 * (channel ids such as {@code app-store}); a journey stage is never derived from it.
 */
public enum Channel {
    WEB,
    MOBILE,
    PHONE,
    SOCIAL,
    EMAIL,
    POST,
    INPERSON,
    INTERNAL,
    OTHER;

    /** The name on the wire and in configuration: lower case, e.g. {@code web}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The channel of that id, or empty when there is none. */
    public static Optional<Channel> of(String id) {
        for (Channel channel : values()) {
            if (channel.id().equals(id)) {
                return Optional.of(channel);
            }
        }
        return Optional.empty();
    }
}
