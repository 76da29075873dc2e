package io.throughline;

import io.throughline.model.Abstention;
import io.throughline.model.Author;
import io.throughline.model.Basis;
import io.throughline.model.Channel;
import io.throughline.model.ChannelHealth;
import io.throughline.model.Conversation;
import io.throughline.model.Correction;
import io.throughline.model.DeadLetter;
import io.throughline.model.FailureReason;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Hashes;
import io.throughline.model.HealthState;
import io.throughline.model.JobFigures;
import io.throughline.model.ModelFigures;
import io.throughline.model.ModelVersion;
import io.throughline.model.Operation;
import io.throughline.model.ProcessingStage;
import io.throughline.model.Provenance;
import io.throughline.model.Rating;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Replay;
import io.throughline.model.Role;
import io.throughline.model.Sentiment;
import io.throughline.model.SentimentLabel;
import io.throughline.model.StageSignal;
import io.throughline.model.StageTag;
import io.throughline.model.StageTags;
import io.throughline.model.TaggedFeedback;
import io.throughline.model.Tally;
import io.throughline.model.TaughtText;
import io.throughline.model.Turn;
import io.throughline.wire.ReplayMarks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Records of every type, some with every field and some with as few as can be. */
public final class Samples {

    public static final Instant OCCURRED = Instant.parse("2026-03-04T05:06:07Z");
    public static final Instant OBSERVED = Instant.parse("2026-03-04T05:10:00.123456Z");
    public static final String SHA256 = Hashes.sha256("payload");

    private Samples() {}

    public static ChannelHealth failing() {
        return new ChannelHealth(
                "app-store",
                "mobile",
                HealthState.FAILING,
                "status 503",
                OCCURRED,
                OBSERVED,
                OCCURRED,
                OCCURRED,
                2,
                4096,
                5,
                Duration.ofMillis(1500));
    }

    public static ChannelHealth unheardOf() {
        return new ChannelHealth(
                "typeform",
                "web",
                HealthState.OK,
                null,
                OBSERVED,
                OBSERVED,
                null,
                null,
                0,
                0,
                0,
                Duration.ZERO);
    }

    public static JobFigures taggingOfAChannel() {
        Instant minute = Instant.parse("2026-03-04T05:10:00Z");
        return new JobFigures(
                "tagging",
                "app-store",
                minute.plusSeconds(62),
                minute,
                40L,
                12L,
                1L,
                39L,
                null,
                null);
    }

    public static JobFigures wholeJob() {
        Instant minute = Instant.parse("2026-03-04T05:10:00Z");
        return new JobFigures(
                "signals", null, minute.plusSeconds(62), minute, 40L, null, null, null, 61.5, 0L);
    }

    public static RawEnvelope fullEnvelope() {
        return new RawEnvelope(
                "call-files",
                OBSERVED,
                OCCURRED,
                "file-name",
                "file:/inbox/2026-03-04.json",
                4096,
                Map.of(RawEnvelope.FILE_NAME, "2026-03-04.json"),
                7_000_000,
                "{\"cut".getBytes(StandardCharsets.UTF_8));
    }

    public static RawEnvelope bareEnvelope() {
        return new RawEnvelope(
                "app-store", OBSERVED, null, null, "memory", 0, Map.of(), -1, new byte[0]);
    }

    public static Feedback fullFeedback() {
        return new FeedbackBuilder(Channel.PHONE, "calls", "call-17")
                .revision(3)
                .touchpoint("claims-line")
                .occurredAt(OCCURRED)
                .observedAt(OBSERVED)
                .author(new Author("hmac:00ff", Role.CUSTOMER))
                .conversation(
                        new Conversation(
                                "call-17",
                                List.of(
                                        new Turn(0, Role.AGENT, "Good morning", 0L, 900L),
                                        new Turn(
                                                1,
                                                Role.CUSTOMER,
                                                "Où est mon argent ? 😡",
                                                950L,
                                                null),
                                        new Turn(2, Role.SYSTEM, "", null, null))))
                .text("Où est mon argent ? 😡")
                .rating(new Rating(2, 0, 10))
                .language("fr")
                .locale("fr-CA")
                .url("https://calls.example/17")
                .extra("queue", "claims")
                .extra("wait.seconds", "41")
                .provenance(new Provenance("s3://calls", 12, 4, "feedback.raw", 2, 99, SHA256))
                .build();
    }

    public static Feedback bareFeedback() {
        return new FeedbackBuilder(Channel.SOCIAL, "mastodon", "1")
                .occurredAt(OCCURRED)
                .observedAt(OBSERVED)
                .build();
    }

    public static TaggedFeedback tagged() {
        return new TaggedFeedback(
                fullFeedback(),
                OCCURRED.minusSeconds(60),
                new Sentiment(SentimentLabel.NEGATIVE, -0.81, 0.93, null, "linear", "2026-03"),
                new StageTags(
                        List.of(new StageTag("claim", 0.75, 0.7), new StageTag("help", 0.25, 0.4)),
                        null,
                        "cues",
                        "insurance-personal-lines",
                        3),
                5,
                Map.of("EMAIL_ADDRESS", 2, "IBAN_CODE", 1));
    }

    /** With what release 2 added. */
    public static TaggedFeedback taggedByALearner() {
        TaggedFeedback tagged = tagged();
        Provenance place = tagged.feedback().provenance();
        return new TaggedFeedback(
                tagged.feedback().toBuilder()
                        .provenance(
                                new Provenance(
                                        place.origin(),
                                        place.position(),
                                        place.record(),
                                        place.topic(),
                                        place.partition(),
                                        place.offset(),
                                        place.sha256(),
                                        OBSERVED.plusMillis(5)))
                        .build(),
                tagged.firstOccurredAt(),
                new Sentiment(
                        SentimentLabel.NEGATIVE,
                        -0.81,
                        0.93,
                        null,
                        "adaptive",
                        "adaptive-3",
                        Basis.OVER_QUOTA),
                tagged.stages(),
                tagged.generation(),
                tagged.redactions());
    }

    public static Correction correction() {
        return new Correction(
                taggedByALearner(),
                SentimentLabel.POSITIVE,
                List.of("claim", "help"),
                "desk-7",
                OBSERVED.plusSeconds(60));
    }

    public static Correction correctionOfNoStage() {
        return new Correction(tagged(), null, List.of(), "desk-7", OBSERVED);
    }

    public static ModelVersion learned() {
        return new ModelVersion(
                3,
                ModelVersion.Kind.LEARNED,
                "adaptive",
                3,
                OBSERVED,
                OCCURRED,
                0.125,
                Duration.ofMillis(10),
                new ModelFigures(
                        4000, 1000, 17, 0.71, 0.74, 0.04, 0.83, 90_000, 0.051, 0.02, null, null,
                        List.of(), null),
                new byte[] {31, -117, 8, 0});
    }

    public static ModelVersion learnedStages() {
        return tried(
                ModelVersion.Kind.LEARNED, List.of(ModelFigures.STAGES), new byte[] {31, -117});
    }

    public static ModelVersion lost() {
        return tried(ModelVersion.Kind.LOST, List.of(), new byte[0]);
    }

    private static ModelVersion tried(ModelVersion.Kind kind, List<String> won, byte[] model) {
        return new ModelVersion(
                4,
                kind,
                "adaptive",
                kind == ModelVersion.Kind.LOST ? 3 : 4,
                OBSERVED,
                OCCURRED,
                0.125,
                Duration.ofMillis(10),
                new ModelFigures(
                        4000,
                        1000,
                        17,
                        0.74,
                        0.73,
                        0.04,
                        0.83,
                        90_000,
                        0.051,
                        0.02,
                        0.01,
                        new ModelFigures.Stages(420, 0.61, 0.66),
                        won,
                        "teacher-v4"),
                model);
    }

    public static ModelVersion rolledBack() {
        return new ModelVersion(
                4,
                ModelVersion.Kind.ROLLBACK,
                "adaptive",
                0,
                OBSERVED,
                OCCURRED,
                0.05,
                Duration.ofMillis(10),
                null,
                new byte[0]);
    }

    public static TaughtText taught() {
        return new TaughtText(
                "phone:calls:call-17",
                OCCURRED,
                List.of("Où est mon argent ? 😡"),
                "fr",
                new Rating(2, 0, 10),
                Channel.PHONE,
                List.of(0.75, 0.125, 0.125),
                Map.of("claim", 0.75, "help", 0.25),
                "insurance-personal-lines@3",
                "teacher");
    }

    public static TaughtText taughtLittle() {
        return new TaughtText(
                "social:mastodon:1",
                OCCURRED,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                "person");
    }

    public static TaggedFeedback abstained() {
        return new TaggedFeedback(
                bareFeedback(),
                OCCURRED,
                Sentiment.abstained(Abstention.NO_TEXT, "linear", "2026-03"),
                new StageTags(List.of(), Abstention.NO_TEXT, "cues", "retail", 1),
                0,
                Map.of());
    }

    public static TaggedFeedback deleted() {
        Feedback gone =
                bareFeedback().toBuilder()
                        .operation(Operation.DELETE)
                        .revision(Feedback.MAX_REVISION)
                        .build();
        return new TaggedFeedback(gone, OCCURRED, null, null, 0, Map.of());
    }

    public static StageSignal signal() {
        long[] histogram = new long[StageSignal.SCORE_BINS];
        histogram[0] = 2;
        histogram[19] = 1;
        return new StageSignal(
                "insurance-personal-lines",
                "claim",
                "phone",
                Instant.parse("2026-03-31T23:59:00Z"),
                Duration.ofMinutes(1),
                7,
                4,
                2,
                0,
                1,
                1,
                3_250_000,
                -1_500_000,
                2_125_000,
                histogram,
                3,
                new byte[] {1, 2, -3},
                null,
                StageSignal.Ratings.NONE,
                StageSignal.Terms.NONE);
    }

    /** An hour of a segment with everything that a signal can hold. */
    public static StageSignal hour() {
        StageSignal minute = signal();
        return new StageSignal(
                minute.journey(),
                minute.stage(),
                StageSignal.ALL_CHANNELS,
                Instant.parse("2026-03-31T23:00:00Z"),
                Duration.ofHours(1),
                9,
                minute.count(),
                minute.negative(),
                minute.neutral(),
                minute.positive(),
                minute.abstained(),
                minute.weightMicros(),
                minute.scoreMicros(),
                minute.squaredScoreMicros(),
                minute.scoreHistogram(),
                minute.authors(),
                minute.authorSketch(),
                "product=home",
                new StageSignal.Ratings(3, 2, 1),
                new StageSignal.Terms(
                        12,
                        List.of(
                                new StageSignal.TermCount("call back", 4),
                                new StageSignal.TermCount("adjuster", 3))));
    }

    public static DeadLetter deadLetter() {
        return DeadLetter.of(
                fullEnvelope(),
                new Provenance("file:/inbox", 4096, 3, "feedback.raw", 1, 7, SHA256),
                FailureReason.MISSING_FIELD,
                ProcessingStage.PARSE,
                Channel.PHONE,
                "phone:calls:call-17",
                "JobName is absent");
    }

    /** Without what release 1 did not write. */
    public static DeadLetter deadLetterOfReleaseOne() {
        RawEnvelope envelope = fullEnvelope();
        return DeadLetter.of(
                new RawEnvelope(
                        envelope.source(),
                        envelope.observedAt(),
                        null,
                        null,
                        envelope.origin(),
                        envelope.position(),
                        envelope.headers(),
                        envelope.originalSize(),
                        envelope.payload()),
                new Provenance("file:/inbox", 4096, 3, "feedback.raw", 1, 7, SHA256),
                FailureReason.MISSING_FIELD,
                ProcessingStage.PARSE,
                Channel.PHONE,
                "phone:calls:call-17",
                "JobName is absent");
    }

    public static DeadLetter replayedLetter() {
        return deadLetter()
                .ofRecords(5)
                .bare()
                .with(
                        new Replay(
                                Instant.parse("2026-03-09T08:00:00Z"),
                                "ana",
                                Replay.Outcome.TAGGED));
    }

    /** A feedback on its way from the parser to the tagger. */
    public static Feedback replay() {
        Feedback feedback = fullFeedback();
        return feedback.toBuilder()
                .provenance(feedback.provenance().replayOf(ReplayMarks.of(replayedLetter())))
                .build();
    }

    public static DeadLetter bareDeadLetter() {
        return DeadLetter.of(
                bareEnvelope(),
                new Provenance("memory", 0, 0, null, -1, -1, SHA256),
                FailureReason.INVALID_ENCODING,
                ProcessingStage.RECEIVE,
                null,
                null,
                "byte 0 is no UTF-8");
    }

    public static Tally tally() {
        return new Tally("phone", 21, 6, 5, 4, 3, 2, 1);
    }
}
