package io.throughline.local.revise;

import io.throughline.model.SentimentLabel;
import io.throughline.taggers.stage.NoStage;
import java.util.List;

/**
 * A correction as a person asks for it.
 *
 * @param place where it was asked for, for messages, e.g. {@code corrections.csv:3}
 * @param id feedback id
 * @param sentiment null when nothing is said of it
 * @param stages ids; empty when it fits none; null when nothing is said of stages
 * @param by who says so
 */
public record CorrectionRequest(
        String place, String id, SentimentLabel sentiment, List<String> stages, String by) {

    /**
     * A request from what was written.
     *
     * @param sentiment empty when nothing is said
     * @param stages {@link NoStage#NONE} alone when it fits none; empty when nothing is said
     * @throws IllegalArgumentException when it makes no sense, with a sentence for the user
     */
    public static CorrectionRequest of(
            String place, String id, String sentiment, List<String> stages, String by) {
        if (id.isBlank()) {
            throw new IllegalArgumentException("the id of the feedback is missing");
        }
        SentimentLabel label = sentiment.isBlank() ? null : label(sentiment.strip());
        List<String> ids =
                stages.stream().map(String::strip).filter(stage -> !stage.isEmpty()).toList();
        if (label == null && ids.isEmpty()) {
            throw new IllegalArgumentException("say a sentiment, a stage, or both");
        }
        if (ids.contains(NoStage.NONE) && ids.size() > 1) {
            throw new IllegalArgumentException(
                    "stage '" + NoStage.NONE + "' cannot be with other stages");
        }
        List<String> said = ids.contains(NoStage.NONE) ? List.of() : ids;
        return new CorrectionRequest(
                place, id.strip(), label, ids.isEmpty() ? null : said, by.strip());
    }

    private static SentimentLabel label(String text) {
        for (SentimentLabel label : SentimentLabel.values()) {
            if (label.id().equalsIgnoreCase(text)) {
                return label;
            }
        }
        throw new IllegalArgumentException(
                "'" + text + "' is no sentiment; write negative, neutral or positive");
    }
}
