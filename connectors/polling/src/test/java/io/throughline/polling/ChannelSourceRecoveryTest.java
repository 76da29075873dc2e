package io.throughline.polling;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.fetch.ChannelInstance;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every way in, in a job that fails mid-way: each record arrives once in what the job's checkpoints
 * stand for.
 */
@Timeout(120)
class ChannelSourceRecoveryTest {

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        FailOnce.reset();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void aStreamGoesOnAfterTheLastEventOfTheCheckpoint() throws Exception {
        server.createContext("/", ChannelSourceRecoveryTest::eventsAfterTheLastId);

        List<String> arrived =
                collect(
                        ChannelSource.bounded(List.of(streamed()), Quick.SETTINGS),
                        Integer.MAX_VALUE);

        assertThat(FailOnce.hasFailed()).isTrue();
        assertThat(arrived).containsExactlyElementsOf(numbers(0, 100));
    }

    @Test
    void aPollHandsOnNoPageTwice() throws Exception {
        server.createContext("/", ChannelSourceRecoveryTest::pageByNumber);

        List<String> arrived =
                collect(
                        ChannelSource.bounded(List.of(polled()), Quick.SETTINGS),
                        Integer.MAX_VALUE);

        assertThat(FailOnce.hasFailed()).isTrue();
        assertThat(arrived).containsExactlyInAnyOrder("[\"1\"]", "[\"2\"]", "[\"3\"]", "[\"4\"]");
    }

    @Test
    void aGrowingFileIsReadOnWhereItWasLeft(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("in.jsonl");
        Files.writeString(file, String.join("\n", numbers(0, 500)) + "\n");
        threads.execute(() -> appendAfterTheCheckpoint(file));

        List<String> arrived =
                collect(
                        ChannelSource.unbounded(
                                List.of(
                                        HostedChannel.of(
                                                ChannelInstance.ofFiles(
                                                        definition("mode: file", "format: jsonl"),
                                                        List.of(folder.toString())))),
                                Quick.SETTINGS),
                        1000);

        assertThat(FailOnce.hasFailed()).isTrue();
        assertThat(arrived).containsExactlyElementsOf(numbers(0, 1000));
    }

    private static List<String> collect(ChannelSource source, int limit) throws Exception {
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
                                source,
                                WatermarkStrategy.noWatermarks(),
                                "channels",
                                TypeInformation.of(Ingested.class))
                        .filter(ingested -> ingested.kind() == Ingested.Kind.ENVELOPE)
                        .rebalance()
                        .map(new FailOnce(1))
                        .returns(Types.STRING);
        List<String> arrived = new ArrayList<>();
        try (CloseableIterator<String> iterator = texts.executeAndCollect()) {
            while (arrived.size() < limit && iterator.hasNext()) {
                arrived.add(iterator.next());
            }
        }
        return arrived;
    }

    /** Fifty events, then the rest after a checkpoint; always after the last id of the client. */
    private static void eventsAfterTheLastId(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestHeaders().getFirst("Last-Event-ID");
        int from = id == null ? 0 : Integer.parseInt(id) + 1;
        exchange.sendResponseHeaders(200, 0);
        try {
            for (int i = from; i < 100; i++) {
                if (i == 50) {
                    exchange.getResponseBody().flush();
                    FailOnce.awaitCheckpoint();
                }
                String event = "id: " + i + "\ndata: " + number(i) + "\n\n";
                exchange.getResponseBody().write(event.getBytes(UTF_8));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    /** Pages named by their number, the third only after a checkpoint. */
    private static void pageByNumber(HttpExchange exchange) throws IOException {
        String page = exchange.getRequestURI().getPath().substring(1);
        try {
            if (page.equals("3")) {
                FailOnce.awaitCheckpoint();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        byte[] body = ("[\"" + page + "\"]").getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void appendAfterTheCheckpoint(Path file) {
        try {
            FailOnce.awaitCheckpoint();
            Files.writeString(
                    file, String.join("\n", numbers(500, 1000)) + "\n", StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ChannelInstance streamed() {
        return ChannelInstance.of(
                definition("mode: stream", "stream:", "  url: " + url() + "/"), Map.of());
    }

    private ChannelInstance polled() {
        return ChannelInstance.of(
                definition(
                        "mode: poll",
                        "request:",
                        "  url: " + url() + "/${page}",
                        "  page: {type: page, most: 4, stopAfterEmpty: 3}"),
                Map.of());
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private static ChannelDefinition definition(String... more) {
        return ChannelDefinitions.read(
                "test.yaml",
                "apiVersion: throughline/v1\nid: test\nchannel: web\nmap:\n"
                        + "  naturalId: $.n\n  occurredAt: $.at\n  text: $.text\n"
                        + String.join("\n", more)
                        + "\n");
    }

    private static List<String> numbers(int from, int to) {
        return IntStream.range(from, to).mapToObj(ChannelSourceRecoveryTest::number).toList();
    }

    private static String number(int i) {
        return "{\"n\":" + i + "}";
    }
}
