package io.throughline.taggers.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.Channel;
import io.throughline.model.Rating;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageSignal;
import io.throughline.taggers.stage.NoStage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Makes a {@link LabelRow} of the fields of a row.
 *
 * <p>Fields are {@code text}, {@code sentiment}, {@code stage}, and what else a tagger sees: {@code
 * language}, {@code channel}, {@code rating} with {@code rating_min} and {@code rating_max} (1 and
 * 5 without them) or, in JSON, as {@code tag} reads it; in JSON also {@code conversation}. The
 * stages {@code unassigned} and {@code none} are one label.
 */
final class RowParser {

    private static final double LOWEST_RATING = 1;
    private static final double HIGHEST_RATING = 5;

    private final String domain;

    /**
     * @param domain of rows that name none
     */
    RowParser(String domain) {
        this.domain = domain;
    }

    /**
     * The row.
     *
     * @throws IllegalArgumentException saying what is wrong with it
     */
    LabelRow row(long line, RowFields fields) {
        String named = fields.text("domain");
        return new LabelRow(
                line,
                named.isEmpty() ? domain : named,
                verbatim(fields),
                sentiment(fields.text("sentiment").toLowerCase(Locale.ROOT)),
                stage(fields.text("stage")));
    }

    private static Verbatim verbatim(RowFields fields) {
        String language = blankToNull(fields.text("language"));
        String channel = blankToNull(fields.text("channel"));
        return new Verbatim(
                turns(fields),
                language,
                rating(fields),
                channel == null ? null : Channel.of(channel).orElse(Channel.OTHER));
    }

    /** What the customer said, turn by turn, as the pipeline hands it to taggers. */
    private static List<String> turns(RowFields fields) {
        List<String> turns = new ArrayList<>();
        fields.nested("conversation")
                .ifPresent(
                        conversation -> {
                            for (JsonNode turn : conversation.path("turns")) {
                                String text = turn.path("text").asText();
                                if (turn.path("role").asText().equalsIgnoreCase("customer")
                                        && !text.isBlank()) {
                                    turns.add(text);
                                }
                            }
                        });
        if (turns.isEmpty() && fields.nested("conversation").isEmpty()) {
            String text = fields.text("text");
            return text.isEmpty() ? List.of() : List.of(text);
        }
        return turns;
    }

    private static Rating rating(RowFields fields) {
        JsonNode object = fields.nested("rating").orElse(null);
        if (object != null) {
            return new Rating(
                    object.path("value").asDouble(Double.NaN),
                    object.path("min").asDouble(LOWEST_RATING),
                    object.path("max").asDouble(HIGHEST_RATING));
        }
        String value = fields.text("rating");
        return value.isEmpty()
                ? null
                : new Rating(
                        number("rating", value, 0),
                        number("rating_min", fields.text("rating_min"), LOWEST_RATING),
                        number("rating_max", fields.text("rating_max"), HIGHEST_RATING));
    }

    private static double number(String name, String text, double otherwise) {
        if (text.isEmpty()) {
            return otherwise;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a number, not '" + text + "'", e);
        }
    }

    private static String sentiment(String label) {
        if (label.isEmpty()) {
            return null;
        }
        if (Arrays.stream(SentimentLabel.values()).noneMatch(one -> one.id().equals(label))) {
            throw new IllegalArgumentException(
                    "sentiment is negative, neutral, positive or empty, not '" + label + "'");
        }
        return label;
    }

    private static String stage(String label) {
        return NoStage.isNamedBy(label) ? StageSignal.UNASSIGNED : blankToNull(label);
    }

    private static String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
