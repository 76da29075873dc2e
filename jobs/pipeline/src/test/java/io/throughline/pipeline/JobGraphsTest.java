package io.throughline.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.ChannelCatalog;
import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.pipeline.config.SignalSettings;
import io.throughline.pipeline.detect.WatchSettings;
import io.throughline.pipeline.ingest.ChannelInputs;
import io.throughline.pipeline.ingest.IngestJob;
import io.throughline.pipeline.signals.SignalsJob;
import io.throughline.pipeline.tagging.TaggingJob;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;

/** The identity of every operator, which ties it to its state in savepoints. */
class JobGraphsTest {

    @Test
    void noOperatorChangesItsIdentity() throws IOException {
        String ids =
                Arrays.stream(OperatorId.values())
                        .map(id -> id + " " + id.uid())
                        .collect(Collectors.joining("\n", "", "\n"));
        assertThat(ids).isEqualTo(golden());
    }

    @Test
    void ingestIsMadeOfItsOperators() {
        ConfiguredChannel reviews =
                new ConfiguredChannel(
                        ChannelCatalog.builtIn().find("jsonl").orElseThrow(),
                        Map.of(),
                        Map.of(),
                        List.of("/nowhere/*.jsonl"));
        check(
                "ingest-",
                env ->
                        IngestJob.define(
                                env,
                                Samples.settings(),
                                ChannelInputs.source(
                                        List.of(reviews), Boundedness.CONTINUOUS_UNBOUNDED)));
    }

    @Test
    void taggingIsMadeOfItsOperators() {
        check(
                "tagging-",
                env ->
                        TaggingJob.define(
                                env, Samples.settings(), Samples.channels(), Samples.tagging()));
    }

    @Test
    void signalsIsMadeOfItsOperators() {
        check(
                "signals-",
                env ->
                        SignalsJob.define(
                                env,
                                Samples.settings(),
                                SignalSettings.DEFAULT,
                                WatchSettings.DEFAULT));
    }

    private static void check(String prefix, Consumer<StreamExecutionEnvironment> define) {
        StreamExecutionEnvironment env =
                new StreamExecutionEnvironment(JobEnvironment.configure(new Configuration()));
        define.accept(env);
        StreamGraph graph = env.getStreamGraph();
        Set<String> used =
                graph.getStreamNodes().stream()
                        .map(StreamNode::getTransformationUID)
                        .filter(uid -> uid == null || !uid.contains(": "))
                        .map(String::valueOf)
                        .collect(Collectors.toCollection(TreeSet::new));
        Set<String> listed =
                Arrays.stream(OperatorId.values())
                        .map(OperatorId::uid)
                        .filter(uid -> uid.startsWith(prefix))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(used).isEqualTo(listed);
        assertThat(graph.getStreamNodes())
                .allSatisfy(
                        node ->
                                assertThat(node.getMaxParallelism())
                                        .isEqualTo(JobEnvironment.MAX_PARALLELISM));
        // Refuses an operator without a uid, and types that only Kryo could write.
        assertThat(graph.getJobGraph().getNumberOfVertices()).isPositive();
    }

    private static String golden() throws IOException {
        try (InputStream file = JobGraphsTest.class.getResourceAsStream("/operator-ids.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
