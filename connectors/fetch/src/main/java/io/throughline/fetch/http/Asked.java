package io.throughline.fetch.http;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What a single request asks for beyond what all requests of a channel have in common.
 *
 * @param references values such as that of {@code ${page}}
 * @param params query parameters, which win over those of the channel
 * @param address to ask instead, with its own query; it is of the channel's server
 */
public record Asked(
        Map<String, String> references, Map<String, String> params, Optional<URI> address) {

    /** Nothing beyond. */
    public static final Asked NOTHING = new Asked(Map.of(), Map.of(), Optional.empty());

    public Asked {
        references = Map.copyOf(references);
        params = Map.copyOf(params);
    }

    /** Query parameters beyond the channel's. */
    public static Asked with(Map<String, String> params) {
        return new Asked(Map.of(), params, Optional.empty());
    }
}
