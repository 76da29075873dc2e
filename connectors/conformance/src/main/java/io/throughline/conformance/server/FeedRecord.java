package io.throughline.conformance.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A record of a feed.
 *
 * @param number in the order of creation
 * @param changedAt what the feed is sorted and filtered by
 */
public record FeedRecord(int number, Instant changedAt, JsonNode json) {}
