package io.throughline.pipeline.signals;

import io.throughline.document.HealthDocument;
import io.throughline.document.SignalDocument;
import io.throughline.elasticsearch.bulk.BulkSink;
import io.throughline.elasticsearch.bulk.DocumentWrite;
import io.throughline.kafka.Topics;
import io.throughline.model.ChannelHealth;
import io.throughline.model.StageSignal;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.Deployment;
import io.throughline.pipeline.JobSettings;
import io.throughline.pipeline.OperatorId;
import io.throughline.pipeline.config.SignalSettings;
import io.throughline.pipeline.detect.Clocks;
import io.throughline.pipeline.detect.DetectStage;
import io.throughline.pipeline.detect.FollowedConfiguration;
import io.throughline.pipeline.detect.KafkaCommandLog;
import io.throughline.pipeline.detect.WatchSettings;
import io.throughline.pipeline.figures.FiguresStage;
import io.throughline.pipeline.figures.Work;
import io.throughline.pipeline.io.KafkaInputs;
import io.throughline.pipeline.io.RejectedToTopic;
import io.throughline.pipeline.types.WireKind;
import java.time.Duration;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Rolls the signals of {@code feedback.tagged} up per stage, channel and minute, hour and day,
 * watches each stage, and lays the health of the channels beside the roll-ups.
 */
public final class SignalsJob {

    /** Name of the job, and consumer group of its input. */
    public static final String NAME = "throughline-signals";

    /** Consumer group that reads what people say about alerts. */
    public static final String COMMANDS_GROUP = NAME + "-alert-commands";

    /** How long a record may wait for others before it goes to the next task: alerts are urgent. */
    private static final Duration HANDED_ON = Duration.ofMillis(10);

    private SignalsJob() {}

    /**
     * Runs the job on the cluster it was submitted to; the arguments are {@code --config FILE}. The
     * watches are told of its rules and its journey map first.
     */
    public static void main(String[] arguments) throws Exception {
        Deployment deployment = Deployment.read(arguments);
        define(
                deployment.environment(),
                deployment.settings(),
                deployment.signals(),
                deployment.alerts(),
                Optional.of(
                        FollowedConfiguration.of(
                                deployment.watch(), deployment.settings().kafka())));
        deployment.environment().execute(NAME);
    }

    /** Adds the job's operators to an environment; rules of alerts change by commands alone. */
    public static void define(
            StreamExecutionEnvironment env,
            JobSettings settings,
            SignalSettings rollUps,
            WatchSettings watch) {
        define(env, settings, rollUps, watch, Optional.empty());
    }

    /**
     * Adds the job's operators to an environment.
     *
     * @param configuration whose rules of alerts and journey map are followed while the job runs
     */
    public static void define(
            StreamExecutionEnvironment env,
            JobSettings settings,
            SignalSettings rollUps,
            WatchSettings watch,
            Optional<FollowedConfiguration> configuration) {
        env.setBufferTimeout(HANDED_ON.toMillis());
        DataStream<TaggedFeedback> tagged = tagged(env, settings, watch);
        DataStream<ChannelHealth> health = health(env, settings, watch);
        var changes = RetractStage.append(tagged, rollUps.segments());
        var minutes = RollUpStage.append(changes);
        var windows = WindowStage.append(minutes.getSideOutput(RollUpStage.WINDOWS));
        var alerts =
                DetectStage.append(
                        changes,
                        WatchInputs.words(env, settings, health),
                        new KafkaCommandLog(settings.kafka()),
                        configuration);
        AlertOutputs.topic(alerts, settings);
        search(
                documents(minutes.union(windows))
                        .union(
                                healthDocuments(health),
                                AlertOutputs.documents(alerts),
                                FiguresStage.signals(work(tagged, health), settings, NAME)),
                settings);
    }

    private static DataStream<TaggedFeedback> tagged(
            StreamExecutionEnvironment env, JobSettings settings, WatchSettings watch) {
        return OperatorId.SIGNALS_TAGGED.on(
                env.fromSource(
                        KafkaInputs.topic(
                                settings.kafka(),
                                Topics.TAGGED,
                                NAME,
                                settings.start(),
                                new TaggedFeedbackReader()),
                        Clocks.feedback(watch),
                        OperatorId.SIGNALS_TAGGED.title(),
                        WireKind.TAGGED_FEEDBACK_TYPE));
    }

    private static DataStream<DocumentWrite> documents(DataStream<StageSignal> signals) {
        return OperatorId.SIGNALS_DOCUMENTS.on(
                signals.map(SignalsJob::document).returns(TypeInformation.of(DocumentWrite.class)));
    }

    private static DataStream<ChannelHealth> health(
            StreamExecutionEnvironment env, JobSettings settings, WatchSettings watch) {
        return OperatorId.SIGNALS_HEALTH.on(
                env.fromSource(
                                KafkaInputs.addedTopic(
                                        settings.kafka(),
                                        Topics.CHANNEL_HEALTH,
                                        NAME + "-health",
                                        new ChannelHealthReader()),
                                Clocks.heartbeat(watch),
                                OperatorId.SIGNALS_HEALTH.title(),
                                WireKind.CHANNEL_HEALTH_TYPE)
                        .setParallelism(1));
    }

    private static DataStream<DocumentWrite> healthDocuments(DataStream<ChannelHealth> health) {
        return OperatorId.SIGNALS_HEALTH_DOCUMENTS.on(
                health.map(SignalsJob::document)
                        .returns(TypeInformation.of(DocumentWrite.class))
                        .setParallelism(1));
    }

    /** The ingest job's is told by the health of its channels: it writes no documents itself. */
    private static DataStream<Work> work(
            DataStream<TaggedFeedback> tagged, DataStream<ChannelHealth> health) {
        TypeInformation<Work> type = TypeInformation.of(Work.class);
        DataStream<Work> rolledUp =
                OperatorId.SIGNALS_ROLLED_UP.on(
                        tagged.map(feedback -> Work.rolledUp()).returns(type));
        return rolledUp.union(
                OperatorId.SIGNALS_INGESTED.on(
                        health.map(Work::ingested).returns(type).setParallelism(1)));
    }

    private static void search(DataStream<DocumentWrite> documents, JobSettings settings) {
        OperatorId.SIGNALS_SEARCH.on(
                documents.sinkTo(
                        BulkSink.builder(
                                        settings.elasticsearch(),
                                        new RejectedToTopic(settings.kafka()))
                                .build()));
    }

    private static DocumentWrite document(StageSignal signal) {
        return DocumentWrite.index(
                SignalDocument.index(signal),
                SignalDocument.id(signal),
                SignalDocument.version(signal),
                SignalDocument.encode(signal));
    }

    private static DocumentWrite document(ChannelHealth health) {
        return DocumentWrite.index(
                HealthDocument.index(health),
                HealthDocument.id(health),
                HealthDocument.version(health),
                HealthDocument.encode(health));
    }
}
