package io.throughline.fetch;

import java.io.IOException;

/** Thrown by a channel written in Java when its server refuses us: waiting will not help. */
public final class ChannelRefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message a few words without address or secret
     */
    public ChannelRefusedException(String message) {
        super(message);
    }
}
