package io.throughline.pipeline.ingest;

import io.throughline.kafka.Topics;
import io.throughline.pipeline.Deployment;
import io.throughline.pipeline.JobSettings;
import io.throughline.pipeline.OperatorId;
import io.throughline.pipeline.io.KafkaOutputs;
import io.throughline.pipeline.io.TopicWrite;
import io.throughline.polling.ChannelSource;
import io.throughline.polling.Ingested;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Brings what channels hold into {@code feedback.raw}, bytes untouched, and how the channels are
 * doing into {@code feedback.channel-health}.
 *
 * <p>Times are those of observation, which only grow within a channel. A channel that brings
 * nothing, not even a word on its health, does not hold the watermark back for more than two
 * minutes.
 */
public final class IngestJob {

    /** Name of the job, and prefix of its transactions. */
    public static final String NAME = "throughline-ingest";

    private static final Duration IDLE = Duration.ofMinutes(2);

    private IngestJob() {}

    /** Runs the job on the cluster it was submitted to; the arguments are {@code --config FILE}. */
    public static void main(String[] arguments) throws Exception {
        Deployment deployment = Deployment.read(arguments);
        define(
                deployment.environment(),
                deployment.settings(),
                ChannelInputs.following(deployment.channels(), deployment.watch(), Map.of()));
        deployment.environment().execute(NAME);
    }

    /** Adds the job's operators to an environment. */
    public static void define(
            StreamExecutionEnvironment env, JobSettings settings, ChannelSource channels) {
        DataStream<Ingested> ingested =
                OperatorId.INGEST_CHANNELS.on(
                        env.fromSource(
                                channels,
                                WatermarkStrategy.<Ingested>forMonotonousTimestamps()
                                        .withIdleness(IDLE),
                                OperatorId.INGEST_CHANNELS.title(),
                                TypeInformation.of(Ingested.class)));
        DataStream<TopicWrite> writes =
                OperatorId.INGEST_ENCODE.on(
                        ingested.map(IngestJob::write)
                                .returns(TypeInformation.of(TopicWrite.class)));
        OperatorId.INGEST_RAW.on(
                writes.sinkTo(
                        KafkaOutputs.topics(
                                settings.kafka(), NAME, settings.transactionTimeout())));
    }

    private static TopicWrite write(Ingested ingested) {
        String topic =
                switch (ingested.kind()) {
                    case ENVELOPE -> Topics.RAW;
                    case HEALTH -> Topics.CHANNEL_HEALTH;
                };
        return new TopicWrite(topic, ingested.source(), ingested.bytes());
    }
}
