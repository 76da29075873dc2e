package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.measure.NetSentiment;
import java.util.Optional;

/**
 * Sums of labels, as a bucket of {@link Searches#signals} holds them.
 *
 * @param count feedback, with a label or not
 */
record Labels(long count, long negative, long neutral, long positive) {

    static Labels read(JsonNode bucket) {
        return new Labels(
                sum(bucket, "count"),
                sum(bucket, "negative"),
                sum(bucket, "neutral"),
                sum(bucket, "positive"));
    }

    Labels plus(Labels other) {
        return new Labels(
                count + other.count,
                negative + other.negative,
                neutral + other.neutral,
                positive + other.positive);
    }

    long labelled() {
        return negative + neutral + positive;
    }

    Optional<NetSentiment> sentiment() {
        return NetSentiment.of(negative, neutral, positive);
    }

    /** Net sentiment; null when nothing has a label. */
    Double value() {
        return sentiment().map(NetSentiment::value).orElse(null);
    }

    /** Sum of a field in a bucket. */
    static long sum(JsonNode bucket, String name) {
        return Math.round(bucket.path(name).path("value").asDouble());
    }
}
