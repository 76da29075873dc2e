package io.throughline.conformance.channel;

import java.time.Instant;
import java.util.Map;

/**
 * A fixture as its provider signed it, e.g. an example of its documentation. The secret is among
 * the values of the notes.
 *
 * @param fixture name of the file
 * @param url it was posted to; null when the signature does not cover it
 * @param headers as they were sent
 * @param at when it was sent
 */
public record SignedFixture(String fixture, String url, Map<String, String> headers, Instant at) {

    public SignedFixture {
        headers = Map.copyOf(headers);
    }
}
