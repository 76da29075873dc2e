package io.throughline.model;

import java.util.Objects;

/**
 * One utterance of a conversation.
 *
 * @param index position in the conversation, from 0
 * @param role who spoke
 * @param text what was said, may be empty
 * @param startMs milliseconds from the start of the conversation; null when unknown
 * @param endMs milliseconds from the start of the conversation; null when unknown
 */
public record Turn(int index, Role role, String text, Long startMs, Long endMs) {

    public Turn {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(text, "text");
    }

    /** The same turn saying something else. */
    public Turn withText(String changed) {
        return new Turn(index, role, changed, startMs, endMs);
    }
}
