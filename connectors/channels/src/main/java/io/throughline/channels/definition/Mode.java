package io.throughline.channels.definition;

import java.util.Locale;

/** How a channel's bytes get in. */
public enum Mode {
    /** We ask an HTTP address again and again. */
    POLL,
    /** The provider posts to the gateway. */
    PUSH,
    /** We hold a connection open and read server-sent events. */
    STREAM,
    /** Files appear in a folder or are named on the command line. */
    FILE;

    /** The name in a definition, lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
