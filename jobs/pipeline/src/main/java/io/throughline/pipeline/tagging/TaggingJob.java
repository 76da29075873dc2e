package io.throughline.pipeline.tagging;

import io.throughline.document.DeadLetterDocument;
import io.throughline.document.FeedbackDocument;
import io.throughline.elasticsearch.bulk.BulkSink;
import io.throughline.elasticsearch.bulk.DocumentWrite;
import io.throughline.kafka.Topics;
import io.throughline.model.Basis;
import io.throughline.model.DeadLetter;
import io.throughline.model.Feedback;
import io.throughline.model.ModelVersion;
import io.throughline.model.Operation;
import io.throughline.model.TaggedFeedback;
import io.throughline.model.Tally;
import io.throughline.pipeline.Deployment;
import io.throughline.pipeline.JobSettings;
import io.throughline.pipeline.OperatorId;
import io.throughline.pipeline.SideOutputs;
import io.throughline.pipeline.accounting.TallyStage;
import io.throughline.pipeline.figures.FiguresStage;
import io.throughline.pipeline.io.CountedDeadLetters;
import io.throughline.pipeline.io.KafkaInputs;
import io.throughline.pipeline.io.KafkaOutputs;
import io.throughline.pipeline.io.RejectedToTopic;
import io.throughline.pipeline.io.TopicWrite;
import io.throughline.pipeline.learning.KafkaModelLog;
import io.throughline.pipeline.learning.LearnStage;
import io.throughline.pipeline.learning.ModelLog;
import io.throughline.pipeline.learning.ModelVersionReader;
import io.throughline.pipeline.learning.Observed;
import io.throughline.pipeline.types.WireKind;
import io.throughline.wire.Codecs;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Parses, deduplicates, redacts and tags {@code feedback.raw}. One record in is exactly one out: a
 * tagged feedback, a duplicate, a superseded, deleted or filtered one, or a dead letter.
 */
public final class TaggingJob {

    /** Name of the job, consumer group of its input, and prefix of its transactions. */
    public static final String NAME = "throughline-tagging";

    private TaggingJob() {}

    /** Runs the job on the cluster it was submitted to; the arguments are {@code --config FILE}. */
    public static void main(String[] arguments) throws Exception {
        Deployment deployment = Deployment.read(arguments);
        define(
                deployment.environment(),
                deployment.settings(),
                deployment.channelSettings(),
                deployment.tagging());
        deployment.environment().execute(NAME);
    }

    /** Adds the job's operators to an environment. */
    public static void define(
            StreamExecutionEnvironment env,
            JobSettings settings,
            ChannelSettings channels,
            TaggingSettings tagging) {
        DataStream<RawRecord> raw = raw(env, settings);
        var parsed = ParseStage.append(raw, channels);
        var unique = DeduplicateStage.append(parsed);
        var corrections = CorrectionStage.append(corrections(env, settings));
        ModelLog log = new KafkaModelLog(settings.kafka());
        var tagged =
                TagStage.append(
                        unique,
                        corrections,
                        models(env, settings),
                        tagging,
                        new KafkaOriginalBytes(settings.kafka()),
                        log);
        var versions =
                LearnStage.append(
                        tagged.getSideOutput(Observed.TAG),
                        tagging.learner(),
                        tagging.learning().checkpointedEvery(checkpointInterval(env)),
                        log);

        DataStream<DeadLetter> deadLetters =
                parsed.getSideOutput(SideOutputs.DEAD_LETTERS)
                        .union(
                                corrections.getSideOutput(SideOutputs.DEAD_LETTERS),
                                unique.getSideOutput(SideOutputs.DEAD_LETTERS),
                                tagged.getSideOutput(SideOutputs.DEAD_LETTERS));
        var tallies =
                TallyStage.append(
                        parsed.getSideOutput(SideOutputs.TALLIES)
                                .union(
                                        unique.getSideOutput(SideOutputs.TALLIES),
                                        tagged.getSideOutput(SideOutputs.TALLIES)));
        topics(tagged, deadLetters, tallies, versions, settings);
        search(
                tagged,
                deadLetters,
                FiguresStage.tagging(tagged.getSideOutput(SideOutputs.WORK), settings, NAME),
                settings);
    }

    /**
     * Adds no more than the front of the job: {@code feedback.raw} parsed and deduplicated, not
     * tagged yet.
     */
    public static SingleOutputStreamOperator<TaggedFeedback> unique(
            StreamExecutionEnvironment env, JobSettings settings, ChannelSettings channels) {
        return DeduplicateStage.append(ParseStage.append(raw(env, settings), channels));
    }

    private static DataStream<RawRecord> raw(StreamExecutionEnvironment env, JobSettings settings) {
        return OperatorId.TAGGING_RAW.on(
                env.fromSource(
                        KafkaInputs.topic(
                                settings.kafka(),
                                Topics.RAW,
                                NAME,
                                settings.start(),
                                new RawRecordReader()),
                        WatermarkStrategy.noWatermarks(),
                        OperatorId.TAGGING_RAW.title(),
                        TypeInformation.of(RawRecord.class)));
    }

    private static DataStream<RawRecord> corrections(
            StreamExecutionEnvironment env, JobSettings settings) {
        return OperatorId.TAGGING_CORRECTIONS.on(
                env.fromSource(
                        KafkaInputs.addedTopic(
                                settings.kafka(),
                                Topics.CORRECTIONS,
                                NAME + "-corrections",
                                new RawRecordReader()),
                        WatermarkStrategy.noWatermarks(),
                        OperatorId.TAGGING_CORRECTIONS.title(),
                        TypeInformation.of(RawRecord.class)));
    }

    private static DataStream<ModelVersion> models(
            StreamExecutionEnvironment env, JobSettings settings) {
        return OperatorId.TAGGING_MODELS.on(
                env.fromSource(
                                KafkaInputs.addedTopic(
                                        settings.kafka(),
                                        Topics.MODELS,
                                        NAME + "-models",
                                        new ModelVersionReader()),
                                WatermarkStrategy.noWatermarks(),
                                OperatorId.TAGGING_MODELS.title(),
                                WireKind.MODEL_VERSION_TYPE)
                        .setParallelism(1));
    }

    private static Duration checkpointInterval(StreamExecutionEnvironment env) {
        return Duration.ofMillis(Math.max(0, env.getCheckpointConfig().getCheckpointInterval()));
    }

    private static void topics(
            DataStream<TaggedFeedback> tagged,
            DataStream<DeadLetter> deadLetters,
            DataStream<Tally> tallies,
            DataStream<ModelVersion> versions,
            JobSettings settings) {
        TypeInformation<TopicWrite> type = TypeInformation.of(TopicWrite.class);
        DataStream<TopicWrite> taggedWrites =
                OperatorId.TAGGING_ENCODE_TAGGED.on(
                        tagged.map(
                                        change ->
                                                new TopicWrite(
                                                        Topics.TAGGED,
                                                        change.feedback().id(),
                                                        Codecs.TAGGED_FEEDBACK.encode(change)))
                                .returns(type));
        DataStream<TopicWrite> deadLetterWrites =
                OperatorId.TAGGING_ENCODE_DEAD_LETTERS.on(
                        deadLetters.map(new CountedDeadLetters()).returns(type));
        DataStream<TopicWrite> tallyWrites =
                OperatorId.TAGGING_ENCODE_TALLIES.on(
                        tallies.map(
                                        tally ->
                                                new TopicWrite(
                                                        Topics.TALLY,
                                                        tally.channel(),
                                                        Codecs.TALLY.encode(tally)))
                                .returns(type));
        DataStream<TopicWrite> versionWrites =
                OperatorId.TAGGING_ENCODE_MODELS.on(
                        versions.map(
                                        version ->
                                                new TopicWrite(
                                                        Topics.MODELS,
                                                        version.key(),
                                                        Codecs.MODEL_VERSION.encode(version)))
                                .returns(type)
                                .setParallelism(1));
        OperatorId.TAGGING_TOPICS.on(
                taggedWrites
                        .union(deadLetterWrites, tallyWrites, versionWrites)
                        .sinkTo(
                                KafkaOutputs.topics(
                                        settings.kafka(), NAME, settings.transactionTimeout())));
    }

    private static void search(
            DataStream<TaggedFeedback> tagged,
            DataStream<DeadLetter> deadLetters,
            DataStream<DocumentWrite> figures,
            JobSettings settings) {
        TypeInformation<DocumentWrite> type = TypeInformation.of(DocumentWrite.class);
        DataStream<DocumentWrite> feedback =
                OperatorId.TAGGING_FEEDBACK_DOCUMENTS.on(
                        tagged.map(TaggingJob::document).returns(type));
        DataStream<DocumentWrite> letters =
                OperatorId.TAGGING_DEAD_LETTER_DOCUMENTS.on(
                        deadLetters.map(TaggingJob::document).returns(type));
        OperatorId.TAGGING_SEARCH.on(
                feedback.union(letters, figures)
                        .sinkTo(
                                BulkSink.builder(
                                                settings.elasticsearch(),
                                                new RejectedToTopic(settings.kafka()))
                                        .build()));
    }

    /** What goes into the index for a change; a person's correction is not measured. */
    static DocumentWrite document(TaggedFeedback change) {
        String index = FeedbackDocument.index(change);
        String id = FeedbackDocument.id(change);
        long version = FeedbackDocument.version(change);
        Feedback feedback = change.feedback();
        DocumentWrite write =
                feedback.operation() == Operation.DELETE
                        ? DocumentWrite.delete(index, id, version)
                        : DocumentWrite.index(index, id, version, FeedbackDocument.encode(change));
        DocumentWrite traced = write.about(feedback.id(), feedback.source(), feedback.channel());
        boolean corrected =
                change.sentiment() != null && change.sentiment().basis() == Basis.PERSON;
        return corrected ? traced : traced.since(feedback.occurredAt(), feedback.seenAt());
    }

    private static DocumentWrite document(DeadLetter letter) {
        return DocumentWrite.index(
                DeadLetterDocument.INDEX,
                DeadLetterDocument.id(letter),
                DeadLetterDocument.version(letter),
                DeadLetterDocument.encode(letter));
    }
}
