package io.throughline.local.demo;

import io.throughline.local.demo.words.Feeling;
import io.throughline.model.Channel;
import java.time.Instant;

/**
 * What a live piece of feedback was written to express: the generator's own book, against which
 * tags can be held.
 *
 * @param feedbackId as in the index
 * @param stage null when it fits none
 * @param text as a customer typed or said it; null when there is none
 */
public record DemoLabel(
        String feedbackId,
        Channel channel,
        Instant occurredAt,
        String stage,
        Feeling feeling,
        String text) {}
