package io.throughline.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.fetch.ChannelInstance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Channels come, go and come back while a real job runs, which loses a task on the way. */
@Timeout(120)
class HotChannelsTest {

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(1)
                            .build());

    private static volatile List<HostedChannel> configured;

    @TempDir Path folder;

    @Test
    void aChannelThatComesBackGoesOnWhereItWasAndTheOthersDoNotNotice() throws Exception {
        FailOnce.reset();
        write("a", "a1", "a2");
        write("b", "b1");
        write("c", "c1");
        configured = channels("a");
        List<String> arrived = new ArrayList<>();
        try (CloseableIterator<String> job = start()) {
            take(job, 2, arrived);
            FailOnce.awaitCheckpoint();

            configured = channels("a", "b");
            take(job, 1, arrived);
            configured = channels("b", "c");
            take(job, 1, arrived);
            write("a", "a3");
            write("b", "b2");
            take(job, 1, arrived);
            configured = channels("a", "b", "c");
            take(job, 1, arrived);
        }

        assertThat(FailOnce.hasFailed()).isTrue();
        assertThat(arrived).containsExactly("a1", "a2", "b1", "c1", "b2", "a3");
    }

    private CloseableIterator<String> start() throws Exception {
        Configuration configuration = new Configuration();
        configuration.setString("execution.checkpointing.interval", "50 ms");
        configuration.setString("restart-strategy.type", "fixed-delay");
        configuration.setString("restart-strategy.fixed-delay.attempts", "1");
        configuration.setString("restart-strategy.fixed-delay.delay", "10 ms");
        configuration.setString("pipeline.generic-types", "false");
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        env.setParallelism(1);
        DataStream<String> texts =
                env.fromSource(
                                ChannelSource.unbounded(configured, Quick.SETTINGS)
                                        .following(new Watch()),
                                WatermarkStrategy.noWatermarks(),
                                "channels",
                                TypeInformation.of(Ingested.class))
                        .filter(ingested -> ingested.kind() == Ingested.Kind.ENVELOPE)
                        .map(new FailOnce(2))
                        .returns(Types.STRING);
        return texts.executeAndCollect();
    }

    private static void take(CloseableIterator<String> job, int number, List<String> to) {
        for (int i = 0; i < number; i++) {
            String line = job.next();
            to.add(line.replaceAll(".*\"n\":\"(\\w+)\".*", "$1"));
        }
    }

    private void write(String channel, String... ids) throws IOException {
        StringBuilder lines = new StringBuilder();
        Arrays.stream(ids).forEach(id -> lines.append("{\"n\":\"").append(id).append("\"}\n"));
        Files.writeString(
                folder.resolve(channel + ".jsonl"),
                lines,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    private List<HostedChannel> channels(String... ids) {
        return Arrays.stream(ids).map(this::channel).toList();
    }

    private HostedChannel channel(String id) {
        return HostedChannel.of(
                ChannelInstance.ofFiles(
                        ChannelDefinitions.read(
                                "test.yaml",
                                """
                                apiVersion: throughline/v1
                                id: %s
                                channel: web
                                mode: file
                                format: jsonl
                                map: {naturalId: $.n, occurredAt: $.at, text: $.text}
                                """
                                        .formatted(id)),
                        List.of(folder.resolve(id + ".jsonl").toString())));
    }

    /** Answers what the test has configured. */
    private static final class Watch implements ChannelWatch {

        private static final long serialVersionUID = 1L;

        private transient List<HostedChannel> seen;

        @Override
        public Optional<List<HostedChannel>> changed() {
            List<HostedChannel> now = configured;
            if (now == seen) {
                return Optional.empty();
            }
            seen = now;
            return Optional.of(now);
        }
    }
}
