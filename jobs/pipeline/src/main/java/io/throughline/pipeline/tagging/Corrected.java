package io.throughline.pipeline.tagging;

import io.throughline.model.Abstention;
import io.throughline.model.Basis;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import io.throughline.model.TaggedFeedback;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts what people say in place of what engines said. */
public final class Corrected {

    /** Engine of what a person said. */
    public static final String ENGINE = "person";

    private static final String MODEL = "correction";

    private Corrected() {}

    /** The sentiment of a label that a person gave. */
    public static Sentiment sentiment(SentimentLabel label) {
        double score =
                switch (label) {
                    case NEGATIVE -> -1;
                    case NEUTRAL -> 0;
                    case POSITIVE -> 1;
                };
        return new Sentiment(label, score, 1, null, ENGINE, MODEL, Basis.PERSON);
    }

    /** Stages that a person named, of equal weight; an abstention when there are none. */
    public static StageTags stages(List<String> ids, String journey, int journeyVersion) {
        Set<String> distinct = new LinkedHashSet<>(ids);
        return new StageTags(
                distinct.stream().map(id -> new StageTag(id, 1.0 / distinct.size(), 1)).toList(),
                distinct.isEmpty() ? Abstention.UNSURE : null,
                ENGINE,
                journey,
                journeyVersion);
    }

    /**
     * The line with the last word of people on it, and its generation.
     *
     * @param said earliest first; all of the line's words
     * @param known stages of the map the line was tagged with; what a person said of others is left
     *     out
     */
    static TaggedFeedback line(
            TaggedFeedback line, List<Said> said, Set<String> known, int sequence) {
        Sentiment sentiment = line.sentiment();
        StageTags stages = line.stages();
        for (Said one : said) {
            if (one.label() != null) {
                sentiment = sentiment(one.label());
            }
            if (one.stages() != null && one.journey().equals(stages.journey())) {
                List<String> ids = one.stageIds().stream().filter(known::contains).toList();
                if (!ids.isEmpty() || one.stageIds().isEmpty()) {
                    stages = stages(ids, stages.journey(), stages.journeyVersion());
                }
            }
        }
        return new TaggedFeedback(
                line.feedback(),
                line.firstOccurredAt(),
                sentiment,
                stages,
                TaggedFeedback.generation(sequence, stages.journeyVersion()),
                line.redactions());
    }
}
