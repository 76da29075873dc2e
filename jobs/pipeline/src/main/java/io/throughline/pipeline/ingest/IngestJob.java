package io.throughline.pipeline.ingest;

import io.throughline.kafka.Topics;
import io.throughline.model.RawEnvelope;
import io.throughline.pipeline.Deployment;
import io.throughline.pipeline.JobSettings;
import io.throughline.pipeline.OperatorId;
import io.throughline.pipeline.io.KafkaOutputs;
import io.throughline.pipeline.io.TopicWrite;
import io.throughline.pipeline.types.WireKind;
import io.throughline.polling.ChannelSource;
import io.throughline.wire.Codecs;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Brings what channels hold into {@code feedback.raw}, bytes untouched. */
public final class IngestJob {

    /** Name of the job, and prefix of its transactions. */
    public static final String NAME = "throughline-ingest";

    private IngestJob() {}

    /** Runs the job on the cluster it was submitted to; the arguments are {@code --config FILE}. */
    public static void main(String[] arguments) throws Exception {
        Deployment deployment = Deployment.read(arguments);
        define(
                deployment.environment(),
                deployment.settings(),
                ChannelInputs.source(deployment.channels(), Boundedness.CONTINUOUS_UNBOUNDED));
        deployment.environment().execute(NAME);
    }

    /** Adds the job's operators to an environment. */
    public static void define(
            StreamExecutionEnvironment env, JobSettings settings, ChannelSource channels) {
        DataStream<RawEnvelope> envelopes =
                OperatorId.INGEST_CHANNELS.on(
                        env.fromSource(
                                channels,
                                WatermarkStrategy.noWatermarks(),
                                OperatorId.INGEST_CHANNELS.title(),
                                WireKind.RAW_ENVELOPE_TYPE));
        DataStream<TopicWrite> writes =
                OperatorId.INGEST_ENCODE.on(
                        envelopes
                                .map(
                                        envelope ->
                                                new TopicWrite(
                                                        Topics.RAW,
                                                        envelope.source(),
                                                        Codecs.RAW_ENVELOPE.encode(envelope)))
                                .returns(TypeInformation.of(TopicWrite.class)));
        OperatorId.INGEST_RAW.on(
                writes.sinkTo(
                        KafkaOutputs.topics(
                                settings.kafka(), NAME, settings.transactionTimeout())));
    }
}
