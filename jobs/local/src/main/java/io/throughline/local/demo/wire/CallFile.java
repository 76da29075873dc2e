package io.throughline.local.demo.wire;

import java.time.Instant;

/**
 * A file to be dropped.
 *
 * @param at when it turns up, which for a transcript can be hours after the call
 * @param content not copied: treat as read-only
 */
public record CallFile(Instant at, String name, byte[] content) {}
