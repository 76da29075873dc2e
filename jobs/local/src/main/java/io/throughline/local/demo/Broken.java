package io.throughline.local.demo;

import io.throughline.model.FailureReason;
import java.time.Instant;

/**
 * A payload that is to become a dead letter.
 *
 * @param content not copied: treat as read-only
 */
record Broken(Instant at, byte[] content, FailureReason reason) {}
