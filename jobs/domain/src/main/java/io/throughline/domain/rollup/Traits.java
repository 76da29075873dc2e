package io.throughline.domain.rollup;

import java.util.List;

/**
 * What is known of a contribution's feedback beside its place and its sentiment.
 *
 * @param feedback id of the feedback
 * @param journeyVersion version of the journey map that sorted it
 * @param model version of the sentiment model that judged it; null when none did
 * @param language BCP 47 primary tag; null when unknown
 * @param textHash of the text with case, links, mentions, digits and punctuation left out, so that
 *     copies have the same; 0 when it is too short to tell a copy
 * @param rating -1 for a rating in the lower third of its scale, 1 in the upper third, else 0
 * @param segments values of the configured segments, {@code name=value}, sorted
 */
public record Traits(
        String feedback,
        int journeyVersion,
        String model,
        String language,
        long textHash,
        int rating,
        List<String> segments) {

    /** Nothing is known. */
    public static final Traits NONE = new Traits("", 0, null, null, 0, 0, List.of());

    public Traits {
        segments = List.copyOf(segments);
    }
}
