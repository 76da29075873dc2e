package io.throughline.local.provision;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One field that is not as it should be.
 *
 * @param path names of the fields down to it, by dots
 * @param before null when there is none
 * @param after null when it goes
 */
record Difference(String path, JsonNode before, JsonNode after) {}
