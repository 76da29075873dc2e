package io.throughline.stack.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.AuthorKeys;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.Topics;
import io.throughline.pipeline.JobEnvironment;
import io.throughline.pipeline.JobSettings;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.config.ThroughlineConfigReader;
import io.throughline.pipeline.detect.WatchSettings;
import io.throughline.pipeline.io.KafkaOutputs;
import io.throughline.pipeline.io.StartFrom;
import io.throughline.pipeline.signals.SignalsJob;
import io.throughline.pipeline.tagging.ChannelSettings;
import io.throughline.pipeline.tagging.TaggingJob;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every key of {@code flinkConfiguration} is one that somebody reads, with a value that fits. */
class FlinkConfigurationTest {

    private static final Manifests PRODUCTION = Manifests.of("overlays/production");
    private static final Pattern PATH =
            Pattern.compile("(s3://throughline|file:///state)/(.+)/(.+)");

    static List<Manifests> all() {
        return Manifests.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyKeyIsKnownAndEveryValueFits(Manifests manifests) {
        Map<String, ConfigOption<?>> known = FlinkOptions.onTheClassPath();
        manifests
                .kind("FlinkDeployment")
                .forEach(
                        job ->
                                configuration(job)
                                        .forEach(
                                                (key, value) -> {
                                                    if (FlinkOptions.ELSEWHERE.contains(key)) {
                                                        return;
                                                    }
                                                    assertThat(known).containsKey(key);
                                                    assertThatCode(
                                                                    () ->
                                                                            Configuration.fromMap(
                                                                                            Map.of(
                                                                                                    key,
                                                                                                    value))
                                                                                    .get(
                                                                                            known
                                                                                                    .get(
                                                                                                            key)))
                                                            .as(key)
                                                            .doesNotThrowAnyException();
                                                }));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state.backend.incremental",
                "state.checkpoints.dir",
                "high-availability",
                "execution.checkpointing.intervall"
            })
    void aFormerNameOrATypingErrorIsNotKnown(String key) {
        assertThat(FlinkOptions.onTheClassPath()).doesNotContainKey(key);
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachJobIsStartedByItsClassFromASavepoint(Manifests manifests) {
        Map<String, String> classes = new TreeMap<>();
        manifests
                .kind("FlinkDeployment")
                .forEach(
                        job -> {
                            JsonNode spec = job.at("/spec/job");
                            String main = spec.path("entryClass").asText();
                            assertThatCode(
                                            () ->
                                                    Class.forName(main)
                                                            .getMethod("main", String[].class))
                                    .doesNotThrowAnyException();
                            classes.put(Manifests.name(job), main);
                            assertThat(spec.path("upgradeMode").asText()).isEqualTo("savepoint");
                            assertThat(spec.path("args"))
                                    .hasToString(
                                            "[\"--config\",\"/etc/throughline/throughline.yaml\"]");
                        });
        assertThat(classes.keySet())
                .containsExactly(
                        "throughline-ingest", "throughline-signals", "throughline-tagging");
        assertThat(classes.values()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("all")
    void noTwoJobsShareAFolderOfState(Manifests manifests) {
        Set<String> paths = new TreeSet<>();
        for (JsonNode job : manifests.kind("FlinkDeployment").toList()) {
            Map<String, String> configuration = configuration(job);
            for (String key :
                    List.of(
                            "execution.checkpointing.dir",
                            "execution.checkpointing.savepoint-dir",
                            "high-availability.storageDir")) {
                Matcher path = PATH.matcher(configuration.get(key));
                assertThat(path.matches()).as(key).isTrue();
                assertThat("throughline-" + path.group(2)).isEqualTo(Manifests.name(job));
                assertThat(paths.add(configuration.get(key))).isTrue();
                boolean store = path.group(1).startsWith("s3");
                assertThat(store).isEqualTo(!manifests.name().endsWith("dev"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void theJobsAreAlikeButForTheirNames(Manifests manifests) {
        Set<Map<String, String>> alike = new java.util.HashSet<>();
        for (JsonNode job : manifests.kind("FlinkDeployment").toList()) {
            Map<String, String> configuration = configuration(job);
            configuration.keySet().removeIf(key -> key.startsWith("job.autoscaler."));
            configuration.remove("jobmanager.scheduler");
            String own = Manifests.name(job).replace("throughline-", "");
            configuration.replaceAll((key, value) -> value.replace("/" + own + "/", "/JOB/"));
            alike.add(configuration);
        }
        assertThat(alike).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("all")
    void transactionsOutliveACheckpointAndARestart(Manifests manifests) {
        for (JsonNode job : manifests.kind("FlinkDeployment").toList()) {
            Configuration configuration = Configuration.fromMap(configuration(job));
            assertThat(
                            configuration
                                    .get(CheckpointingOptions.CHECKPOINTING_INTERVAL)
                                    .multipliedBy(10))
                    .isLessThan(KafkaOutputs.TRANSACTION_TIMEOUT);
        }
        assertThat(
                        manifests
                                .named("Kafka", "throughline")
                                .at("/spec/kafka/config/transaction.max.timeout.ms")
                                .asLong())
                .isGreaterThanOrEqualTo(KafkaOutputs.TRANSACTION_TIMEOUT.toMillis());
    }

    @ParameterizedTest
    @MethodSource("all")
    void noJobIsWiderThanItsTopics(Manifests manifests) {
        manifests
                .kind("FlinkDeployment")
                .forEach(
                        job -> {
                            assertThat(job.at("/spec/job/parallelism").asInt())
                                    .isPositive()
                                    .isLessThanOrEqualTo(Topics.PARTITIONS);
                            String most =
                                    configuration(job).get("job.autoscaler.vertex.max-parallelism");
                            if (most != null) {
                                assertThat(Integer.parseInt(most)).isEqualTo(Topics.PARTITIONS);
                            }
                        });
    }

    /**
     * The autoscaler would widen them like any other, and their order or their one state be lost.
     */
    @ParameterizedTest
    @ValueSource(strings = {"tagging", "signals"})
    void theAutoscalerLeavesTheVerticesAloneThatAreOne(String name) throws IOException {
        JsonNode job = PRODUCTION.named("FlinkDeployment", "throughline-" + name);
        String excluded = configuration(job).get("job.autoscaler.vertex.exclude.ids");

        assertThat(new TreeSet<>(List.of(excluded.split(";"))))
                .as("ids for overlays/production/jobs.yaml")
                .isEqualTo(new TreeSet<>(single(name).keySet()));
    }

    private static Map<String, String> single(String name) throws IOException {
        ThroughlineConfig config =
                ThroughlineConfigReader.read(
                        Manifests.K8S.resolve("base/config/throughline.yaml"), variable -> "value");
        JobSettings settings =
                new JobSettings(
                        KafkaSettings.of("kafka:9093"),
                        ElasticsearchSettings.of("https://elasticsearch:9200"),
                        StartFrom.BEGINNING,
                        KafkaOutputs.TRANSACTION_TIMEOUT);
        Consumer<StreamExecutionEnvironment> define =
                name.equals("tagging")
                        ? env ->
                                TaggingJob.define(
                                        env,
                                        settings,
                                        new ChannelSettings(
                                                List.of(), new AuthorKeys(new byte[32])),
                                        config.tagging())
                        : env ->
                                SignalsJob.define(
                                        env, settings, config.signals(), WatchSettings.DEFAULT);
        Configuration wide = new Configuration();
        wide.setString("parallelism.default", "4");
        StreamExecutionEnvironment env =
                new StreamExecutionEnvironment(JobEnvironment.configure(wide));
        define.accept(env);
        Map<String, String> single = new TreeMap<>();
        for (JobVertex vertex : env.getStreamGraph().getJobGraph().getVertices()) {
            if (vertex.getParallelism() == 1) {
                single.put(vertex.getID().toHexString(), vertex.getName());
            }
        }
        return single;
    }

    private static Map<String, String> configuration(JsonNode job) {
        return new TreeMap<>(
                Yamls.JSON.convertValue(job.at("/spec/flinkConfiguration"), Selector.LABELS));
    }
}
