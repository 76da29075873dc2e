package io.throughline.pipeline.tagging;

/**
 * What the tagging step remembers of a feedback id, to know whether a correction is of what is
 * live.
 *
 * @param revision of the last feedback
 * @param sequence as the deduplicator counts it
 * @param words hash of the customer's words, redacted; 0 when there are none to correct
 * @param deleted whether it was a delete
 */
public record Seen(long revision, int sequence, long words, boolean deleted) {}
