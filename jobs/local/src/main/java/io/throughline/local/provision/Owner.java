package io.throughline.local.provision;

import com.fasterxml.jackson.databind.JsonNode;

/** Who made something in a cluster: what is ours says so in its {@code _meta}. */
final class Owner {

    private Owner() {}

    static boolean is(JsonNode thing) {
        return thing.at("/_meta/owner").asText().equals("throughline");
    }
}
