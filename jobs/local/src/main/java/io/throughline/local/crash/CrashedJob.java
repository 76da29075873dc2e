package io.throughline.local.crash;

import io.throughline.channels.AuthorKeys;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.Topics;
import io.throughline.local.run.FlinkRuntime;
import io.throughline.local.stack.StarterWatch;
import io.throughline.pipeline.JobSettings;
import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.pipeline.ingest.ChannelInputs;
import io.throughline.pipeline.ingest.IngestJob;
import io.throughline.pipeline.io.KafkaOutputs;
import io.throughline.pipeline.io.StartFrom;
import io.throughline.pipeline.io.TopicWrite;
import io.throughline.pipeline.tagging.ChannelSettings;
import io.throughline.pipeline.tagging.TaggingJob;
import io.throughline.wire.Codecs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Main class of the process that is killed: Flink with the real ingest job and the front of the
 * tagging job, from the channels' definitions to {@code feedback.raw} and on, deduplicated, to
 * {@code feedback.tagged}, both exactly once. Goes on from the newest checkpoint; ends by a kill,
 * or when its standard input ends because who started it is gone.
 *
 * <p>Arguments: directory of the state, servers of Kafka, definitions.
 */
final class CrashedJob {

    static final String NAME = "crash";

    /** Milliseconds between two checkpoints. */
    static final int CHECKPOINT_MILLIS = 300;

    private CrashedJob() {}

    public static void main(String[] arguments) throws Exception {
        StarterWatch.begin();
        List<ChannelDefinition> definitions =
                Stream.of(arguments).skip(2).map(CrashedJob::definition).toList();
        KafkaSettings kafka = KafkaSettings.of(arguments[1]);
        FlinkRuntime flink = FlinkRuntime.start(Path.of(arguments[0]), 1);
        Optional<Path> state = flink.latestState(NAME);
        JobSettings settings =
                new JobSettings(
                        kafka,
                        ElasticsearchSettings.of("http://127.0.0.1:9"),
                        state.isPresent() ? StartFrom.STATE : StartFrom.BEGINNING,
                        KafkaOutputs.TRANSACTION_TIMEOUT);
        FlinkRuntime.RunningJob job =
                flink.submit(NAME, 1, state, env -> define(env, settings, definitions));
        while (!job.finished()) {
            Thread.sleep(Duration.ofSeconds(1).toMillis());
        }
    }

    private static ChannelDefinition definition(String file) {
        try {
            return ChannelDefinitions.read(file, Files.readString(Path.of(file)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void define(
            StreamExecutionEnvironment env,
            JobSettings settings,
            List<ChannelDefinition> definitions) {
        env.enableCheckpointing(CHECKPOINT_MILLIS);
        List<ConfiguredChannel> channels =
                definitions.stream()
                        .map(d -> new ConfiguredChannel(d, Map.of(), Map.of(), List.of()))
                        .toList();
        IngestJob.define(
                env, settings, ChannelInputs.source(channels, Boundedness.CONTINUOUS_UNBOUNDED));
        TaggingJob.unique(
                        env,
                        settings,
                        new ChannelSettings(definitions, new AuthorKeys(new byte[] {1})))
                .map(
                        unique ->
                                new TopicWrite(
                                        Topics.TAGGED,
                                        unique.feedback().id(),
                                        Codecs.TAGGED_FEEDBACK.encode(unique)))
                .returns(TypeInformation.of(TopicWrite.class))
                .uid("crash-encode")
                .sinkTo(KafkaOutputs.topics(settings.kafka(), NAME, settings.transactionTimeout()))
                .uid("crash-topic");
    }
}
