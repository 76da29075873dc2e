package io.throughline.pipeline;

import io.throughline.channels.AuthorKeys;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.kafka.KafkaSettings;
import io.throughline.model.Author;
import io.throughline.model.Channel;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.ModelFigures;
import io.throughline.model.ModelVersion;
import io.throughline.model.Provenance;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.io.StartFrom;
import io.throughline.pipeline.learning.LearningSettings;
import io.throughline.pipeline.tagging.ChannelSettings;
import io.throughline.pipeline.tagging.TaggingSettings;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records that tests of every package use. */
public final class Samples {

    public static final Instant NOON = Instant.parse("2026-03-04T12:00:30Z");

    /** JSON lines with id, at, text and revision; a line without text is left out on purpose. */
    public static final ChannelDefinition LINES =
            ChannelDefinitions.read(
                    "lines/channel.yaml",
                    """
                    apiVersion: throughline/v1
                    id: lines
                    channel: email
                    mode: file
                    format: jsonl
                    map:
                      naturalId: $.id
                      revision: $.revision
                      occurredAt: $.at
                      text: $.text
                      deleted: $.deleted
                    drop:
                      - {when: $.text, is: [TEST], reason: test-entry}
                    """);

    public static final String JOURNEY =
            """
            apiVersion: throughline/v1
            journey: shop
            version: 3
            stages:
              - id: order
                name: Order
                owner: shop-team
                cues: [order]
                examples: [about my order]
              - id: delivery
                name: Delivery
                owner: shop-team
                cues: [delivery]
                examples: [about my delivery]
            """;

    public static final Provenance PROVENANCE =
            new Provenance("file:a", 3, 0, "feedback.raw", 0, 7, "ab".repeat(32));

    private Samples() {}

    public static JobSettings settings() {
        return new JobSettings(
                KafkaSettings.of("127.0.0.1:1"),
                ElasticsearchSettings.of("http://127.0.0.1:1"),
                StartFrom.BEGINNING,
                Duration.ofMinutes(1));
    }

    public static ChannelSettings channels() {
        return new ChannelSettings(
                List.of(LINES), new AuthorKeys("sample".getBytes(StandardCharsets.UTF_8)));
    }

    public static TaggingSettings tagging() {
        return new TaggingSettings(WordSentiment.ID, WordStage.ID, "shop.yaml", JOURNEY);
    }

    /** Tagging by {@link WordLearner}. */
    public static TaggingSettings learning(LearningSettings learning) {
        return new TaggingSettings(WordLearner.ID, WordStage.ID, "shop.yaml", JOURNEY, learning);
    }

    /** A version of {@link WordLearner} that asks the teacher of everything it does not know. */
    public static ModelVersion version(int number, Instant effectiveFrom, String... words) {
        return new ModelVersion(
                number,
                ModelVersion.Kind.LEARNED,
                WordLearner.ID,
                number,
                effectiveFrom,
                NOON,
                1,
                Duration.ofMillis(10),
                new ModelFigures(
                        80,
                        20,
                        3,
                        0.5,
                        0.6,
                        0.1,
                        0.7,
                        1_000,
                        0.2,
                        0.05,
                        0.01,
                        null,
                        List.of(ModelFigures.SENTIMENT),
                        "teacher-v1"),
                ModelVersion.compressed(WordLearner.model(words)));
    }

    /** A roll-back of {@link WordLearner} to the model that comes with the program. */
    public static ModelVersion rollBack(int number, Instant effectiveFrom) {
        return new ModelVersion(
                number,
                ModelVersion.Kind.ROLLBACK,
                WordLearner.ID,
                0,
                effectiveFrom,
                Instant.EPOCH,
                0.05,
                Duration.ofMillis(10),
                null,
                new byte[0]);
    }

    public static RawEnvelope envelope(String payload) {
        return new RawEnvelope(
                "lines",
                NOON,
                null,
                null,
                "file:a",
                3,
                Map.of(),
                -1,
                payload.getBytes(StandardCharsets.UTF_8));
    }

    public static String line(String id, long revision, String text) {
        return String.format(
                "{\"id\": \"%s\", \"revision\": %d, \"at\": \"%s\", \"text\": \"%s\"}",
                id, revision, NOON, text);
    }

    public static FeedbackBuilder feedback(String id, long revision, String text) {
        return new FeedbackBuilder(Channel.EMAIL, "lines", id)
                .revision(revision)
                .occurredAt(NOON)
                .observedAt(NOON)
                .author(new Author("hmac:" + id, Role.CUSTOMER))
                .text(text)
                .provenance(PROVENANCE);
    }

    public static TaggedFeedback tagged(Feedback feedback, SentimentLabel label, String stage) {
        double score = label == SentimentLabel.NEGATIVE ? -0.5 : 0.5;
        return new TaggedFeedback(
                feedback,
                feedback.occurredAt(),
                new Sentiment(label, score, 0.9, null, "words", "1"),
                new StageTags(List.of(new StageTag(stage, 1, 0.8)), null, "words", "shop", 3),
                3,
                Map.of("EMAIL_ADDRESS", 1));
    }
}
