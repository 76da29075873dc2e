package io.throughline.model;

import java.util.Objects;

/**
 * How the customer felt, by whom and how surely it was judged. Either a label or an abstention.
 *
 * @param label null when the tagger abstained
 * @param score -1 (negative) to 1 (positive); 0 when it abstained
 * @param confidence probability of the label, 0 to 1; 0 when it abstained
 * @param abstention why there is no label; null when there is one
 * @param engine id of the engine that answered
 * @param model version of its model
 * @param basis what the answer rests on; null for engines that do not learn
 */
public record Sentiment(
        SentimentLabel label,
        double score,
        double confidence,
        Abstention abstention,
        String engine,
        String model,
        Basis basis) {

    public Sentiment {
        if ((label == null) == (abstention == null)) {
            throw new IllegalArgumentException("a sentiment is either a label or an abstention");
        }
        if (!(score >= -1 && score <= 1) || !(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException(
                    "score " + score + " or confidence " + confidence + " is out of range");
        }
        Objects.requireNonNull(engine, "engine");
        Objects.requireNonNull(model, "model");
    }

    /** An answer of an engine that does not learn. */
    public Sentiment(
            SentimentLabel label,
            double score,
            double confidence,
            Abstention abstention,
            String engine,
            String model) {
        this(label, score, confidence, abstention, engine, model, null);
    }

    /** No answer, and why. */
    public static Sentiment abstained(Abstention why, String engine, String model) {
        return new Sentiment(null, 0, 0, why, engine, model);
    }
}
