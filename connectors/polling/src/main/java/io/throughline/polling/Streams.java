package io.throughline.polling;

import io.throughline.channels.definition.Mode;

/** Tells channels whose fetches may wait for long. */
final class Streams {

    private Streams() {}

    /**
     * Whether a turn of the channel may be cut short: a stream keeps its connection and its place,
     * while a poll would have to ask again. Null is none.
     */
    static boolean isOne(HostedChannel channel) {
        return channel != null
                && channel.instance().definition().mode() == Mode.STREAM
                && channel.instance().paths().isEmpty();
    }
}
