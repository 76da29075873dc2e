package io.throughline.elasticsearch.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.elasticsearch.FakeElasticsearch;
import io.throughline.elasticsearch.FakeElasticsearch.Answer;
import io.throughline.elasticsearch.FakeElasticsearch.ApplyThenReset;
import io.throughline.elasticsearch.FakeElasticsearch.Refuse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The sink in a job that fails half-way, on an Elasticsearch that does too. */
@Timeout(120)
class BulkSinkJobTest {

    private static final int WRITES = 3000;
    private static final int IDS = 700;

    @RegisterExtension
    static final MiniClusterExtension CLUSTER =
            new MiniClusterExtension(
                    new MiniClusterResourceConfiguration.Builder()
                            .setNumberTaskManagers(1)
                            .setNumberSlotsPerTaskManager(2)
                            .build());

    private static final Set<String> REJECTED = ConcurrentHashMap.newKeySet();

    @BeforeEach
    void forget() {
        REJECTED.clear();
        FailOnce.failures.set(0);
    }

    @Test
    void endsWithExactlyTheNewestDocumentsAfterFailuresOnBothSides() throws Exception {
        try (FakeElasticsearch elasticsearch = new FakeElasticsearch()) {
            AtomicInteger requests = new AtomicInteger();
            elasticsearch.always(
                    request ->
                            switch (requests.incrementAndGet() % 7) {
                                case 2 -> new ApplyThenReset();
                                case 5 -> new Refuse(503, "");
                                default -> null;
                            });
            elasticsearch.answerItems(
                    item -> {
                        boolean bad = item.id().equals("bad");
                        boolean busy = !bad && item.version() % 50 == 0;
                        return bad
                                ? new Answer(400, "document_parsing_exception", "x")
                                : busy && elasticsearch.sends(item.id()) % 2 == 1
                                        ? new Answer(429, "es_rejected_execution_exception", "x")
                                        : null;
                    });

            StreamExecutionEnvironment env = environment();
            env.fromSource(
                            new DataGeneratorSource<>(
                                    BulkSinkJobTest::write,
                                    WRITES,
                                    RateLimiterStrategy.perCheckpoint(300),
                                    TypeInformation.of(DocumentWrite.class)),
                            WatermarkStrategy.noWatermarks(),
                            "writes")
                    .map(new FailOnce())
                    .returns(Types.POJO(DocumentWrite.class))
                    .rebalance()
                    .sinkTo(sink(elasticsearch.settings()));
            env.execute();

            assertThat(FailOnce.failures).hasValue(1);
            assertThat(elasticsearch.documents()).isEqualTo(expected());
            assertThat(REJECTED).containsExactly("bad");
        }
    }

    private static StreamExecutionEnvironment environment() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ofMillis(10));
        StreamExecutionEnvironment env =
                StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        env.setParallelism(2);
        env.enableCheckpointing(100);
        return env;
    }

    private static BulkSink sink(ElasticsearchSettings settings) {
        return BulkSink.builder(settings, context -> new SharedHandler())
                .maxBatchSize(50)
                .flushInterval(Duration.ofMillis(150))
                .build();
    }

    /** Rewrites the same ids with growing versions; the last write of every eleventh id deletes. */
    private static DocumentWrite write(long n) {
        if (n == WRITES / 2) {
            return Writes.put("bad", 1);
        }
        String id = "id-" + n % IDS;
        boolean last = n + IDS >= WRITES;
        return last && n % IDS % 11 == 0
                ? DocumentWrite.delete("cx-test", id, n + 1)
                : Writes.put(id, n + 1);
    }

    private static Map<String, String> expected() {
        Map<String, String> documents = new HashMap<>();
        for (long n = 0; n < WRITES; n++) {
            DocumentWrite write = write(n);
            if (write.action() == DocumentWrite.Action.DELETE) {
                documents.remove("cx-test/" + write.id());
            } else if (!write.id().equals("bad")) {
                documents.put("cx-test/" + write.id(), "{\"n\":" + write.version() + "}");
            }
        }
        return documents;
    }

    /** Throws once, after the first checkpoint and before the input ends. */
    private static final class FailOnce
            implements MapFunction<DocumentWrite, DocumentWrite>, CheckpointListener {

        private static final long serialVersionUID = 1L;
        private static final AtomicInteger failures = new AtomicInteger();
        private boolean checkpointed;

        @Override
        public DocumentWrite map(DocumentWrite write) {
            if (checkpointed && failures.compareAndSet(0, 1)) {
                throw new IllegalStateException("the failure of this test");
            }
            return write;
        }

        @Override
        public void notifyCheckpointComplete(long checkpointId) {
            checkpointed = checkpointId >= 3;
        }
    }

    private static final class SharedHandler implements RejectedDocumentHandler {

        private final List<String> taken = new java.util.ArrayList<>();

        @Override
        public void reject(DocumentWrite write, int status, String type, String reason) {
            taken.add(write.id());
        }

        @Override
        public void flush() {
            REJECTED.addAll(taken);
        }

        @Override
        public void close() {}
    }
}
