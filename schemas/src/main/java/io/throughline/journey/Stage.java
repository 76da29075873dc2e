package io.throughline.journey;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A stage of the journey, from the customer's point of view.
 *
 * @param id such as {@code claim}
 * @param name in the customer's words
 * @param order place in the journey
 * @param owner the one function that answers for it
 * @param contributors functions that affect it
 * @param sponsor who is told when the owner does not take an alert up in time; null when nobody is
 * @param goalNetSentiment target on dashboards, -100 to 100; null when none is set
 * @param examples what customers say here
 * @param cues words, phrases or {@code /regular expressions/} that point to this stage
 * @param tokenCues patterns over words that point to this stage, as written under {@code tokens}
 * @param touchpoints where customers meet this stage
 * @param internal the internal journey beside the external one, as written
 * @param moments moments of truth
 */
public record Stage(
        String id,
        String name,
        int order,
        String owner,
        List<String> contributors,
        String sponsor,
        Double goalNetSentiment,
        List<String> examples,
        List<Cue> cues,
        List<String> tokenCues,
        List<String> touchpoints,
        Map<String, String> internal,
        List<Moment> moments) {

    public Stage {
        Objects.requireNonNull(id, "id");
        contributors = List.copyOf(contributors);
        examples = List.copyOf(examples);
        cues = List.copyOf(cues);
        tokenCues = List.copyOf(tokenCues);
        touchpoints = List.copyOf(touchpoints);
        internal = Map.copyOf(internal);
        moments = List.copyOf(moments);
    }

    /** A stage without token patterns and without a sponsor. */
    public Stage(
            String id,
            String name,
            int order,
            String owner,
            List<String> contributors,
            Double goalNetSentiment,
            List<String> examples,
            List<Cue> cues,
            List<String> touchpoints,
            Map<String, String> internal,
            List<Moment> moments) {
        this(
                id,
                name,
                order,
                owner,
                contributors,
                null,
                goalNetSentiment,
                examples,
                cues,
                List.of(),
                touchpoints,
                internal,
                moments);
    }
}
