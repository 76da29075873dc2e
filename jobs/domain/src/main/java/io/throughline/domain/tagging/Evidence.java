package io.throughline.domain.tagging;

import java.util.Objects;

/**
 * A piece of the text that carried a tag.
 *
 * @param start first character in {@link Verbatim#text()}, from 0
 * @param end one past the last character
 * @param text what stands there
 * @param contribution for sentiment: above 0 it spoke for positive, below 0 for negative; for a
 *     stage: how much it spoke for the stage. In the engine's own unit: compare within one answer
 *     only
 */
public record Evidence(int start, int end, String text, double contribution) {

    public Evidence {
        Objects.requireNonNull(text, "text");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span " + start + "-" + end + " is out of range");
        }
    }
}
