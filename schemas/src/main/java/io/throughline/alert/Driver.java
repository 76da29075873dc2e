package io.throughline.alert;

import java.util.Objects;

/**
 * What one channel, or one segment of it, has to do with the change.
 *
 * @param channel channel id such as {@code mobile}
 * @param count feedback of it since the onset
 * @param expected as in {@link Figures}, of this channel alone
 * @param observed as in {@link Figures}, of this channel alone
 * @param contribution its part of observed − expected of the alert
 */
public record Driver(
        String channel, long count, double expected, double observed, double contribution) {

    public Driver {
        Objects.requireNonNull(channel, "channel");
    }
}
