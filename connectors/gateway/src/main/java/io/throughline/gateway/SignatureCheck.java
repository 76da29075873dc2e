package io.throughline.gateway;

import java.util.function.Function;

/** Tells whether a body is from who may post it. Must compare in constant time. */
@FunctionalInterface
public interface SignatureCheck {

    /**
     * Whether the headers prove the body.
     *
     * @param headers value of a header by its name in any case; null when it is absent
     */
    boolean accepts(byte[] body, Function<String, String> headers);
}
