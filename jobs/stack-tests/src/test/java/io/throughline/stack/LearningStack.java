package io.throughline.stack;

import io.throughline.channels.AuthorKeys;
import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.document.IndexTemplates;
import io.throughline.elasticsearch.ElasticsearchClients;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.elasticsearch.IndexSetup;
import io.throughline.journey.JourneyMapReader;
import io.throughline.journey.ShippedJourneys;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.RawPublisher;
import io.throughline.kafka.StoredRecord;
import io.throughline.kafka.TopicAdmin;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.Topics;
import io.throughline.local.cli.ThroughlineCommand;
import io.throughline.local.run.FlinkRuntime;
import io.throughline.local.run.FlinkRuntime.RunningJob;
import io.throughline.local.stack.EmbeddedStack;
import io.throughline.local.stack.StackOptions;
import io.throughline.model.ModelVersion;
import io.throughline.model.RawEnvelope;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.JobSettings;
import io.throughline.pipeline.Observations;
import io.throughline.pipeline.config.SignalSettings;
import io.throughline.pipeline.detect.WatchSettings;
import io.throughline.pipeline.io.StartFrom;
import io.throughline.pipeline.learning.KafkaModelLog;
import io.throughline.pipeline.learning.LearningSettings;
import io.throughline.pipeline.signals.SignalsJob;
import io.throughline.pipeline.tagging.ChannelSettings;
import io.throughline.pipeline.tagging.TaggingJob;
import io.throughline.pipeline.tagging.TaggingSettings;
import io.throughline.wire.Codecs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.elasticsearch.client.RestClient;

/** Real servers, and the jobs on them as often and as parallel as a test wants. */
final class LearningStack implements AutoCloseable {

    private static final Duration STOP = Duration.ofSeconds(60);

    private final Path directory;
    private final EmbeddedStack stack;
    private final KafkaSettings kafka;
    private final RawPublisher publisher;
    private final TaggingSettings tagging;
    private final Map<Integer, Long> marks = new TreeMap<>();
    private int runs;
    private int envelopes;

    private LearningStack(Path directory, EmbeddedStack stack, TaggingSettings tagging) {
        this.directory = directory;
        this.stack = stack;
        this.tagging = tagging;
        this.kafka = KafkaSettings.of(stack.kafkaBootstrap());
        this.publisher = RawPublisher.open(kafka);
    }

    static LearningStack start(Path directory, String engine, LearningSettings learning)
            throws Exception {
        EmbeddedStack stack = EmbeddedStack.start(StackOptions.in(directory.resolve("data")));
        TopicAdmin.ensure(KafkaSettings.of(stack.kafkaBootstrap()));
        try (RestClient client =
                ElasticsearchClients.open(ElasticsearchSettings.of(stack.elasticsearchUrl()))) {
            IndexSetup.ensure(client, IndexTemplates.all());
        }
        return new LearningStack(
                directory,
                stack,
                new TaggingSettings(
                        engine,
                        "cues-and-examples",
                        "insurance",
                        ShippedJourneys.yaml("insurance").orElseThrow(),
                        learning));
    }

    /** The jobs, running. */
    final class Jobs implements AutoCloseable {

        private final FlinkRuntime flink;
        private final RunningJob tag;
        private final Optional<RunningJob> rollUp;

        private Jobs(
                Path state, int parallelism, boolean rollingUp, List<ChannelDefinition> channels)
                throws Exception {
            flink = FlinkRuntime.start(state, parallelism + 1);
            ChannelSettings told =
                    new ChannelSettings(
                            channels, new AuthorKeys("authors".getBytes(StandardCharsets.UTF_8)));
            tag =
                    flink.submit(
                            TaggingJob.NAME,
                            parallelism,
                            flink.latestState(TaggingJob.NAME),
                            env -> TaggingJob.define(env, settings(), told, tagging));
            rollUp =
                    rollingUp
                            ? Optional.of(
                                    flink.submit(
                                            SignalsJob.NAME,
                                            1,
                                            flink.latestState(SignalsJob.NAME),
                                            env ->
                                                    SignalsJob.define(
                                                            env,
                                                            settings(),
                                                            SignalSettings.DEFAULT,
                                                            WatchSettings.DEFAULT)))
                            : Optional.empty();
        }

        /** Fails when a job has. */
        void check() {
            tag.finished();
            rollUp.ifPresent(RunningJob::finished);
        }

        @Override
        public void close() throws Exception {
            tag.stop(STOP);
            if (rollUp.isPresent()) {
                rollUp.get().stop(STOP);
            }
            flink.close();
        }
    }

    /** Both jobs with state that starts empty. */
    Jobs run(int parallelism) throws Exception {
        return new Jobs(emptyState(), parallelism, true, builtIn());
    }

    /** The TaggingJob alone, with state that starts empty. */
    Jobs tagAgain(int parallelism) throws Exception {
        return new Jobs(emptyState(), parallelism, false, builtIn());
    }

    /** Both jobs for one channel, with the state that they had when they went on so last. */
    Jobs goOn(ChannelDefinition channel) throws Exception {
        return new Jobs(directory.resolve("flink"), 1, true, List.of(channel));
    }

    private Path emptyState() {
        return directory.resolve("flink-" + runs++);
    }

    private static List<ChannelDefinition> builtIn() {
        return List.copyOf(ChannelCatalog.builtIn().all());
    }

    private JobSettings settings() {
        return new JobSettings(
                        kafka,
                        ElasticsearchSettings.of(stack.elasticsearchUrl()),
                        StartFrom.BEGINNING,
                        Duration.ofMinutes(10))
                .observing(Observations.LEFT_OUT);
    }

    /** A feedback arrives. */
    void arrives(String id, Instant occurredAt, String text) {
        String line =
                String.format(
                        "{\"id\": \"%s\", \"channel\": \"email\", \"occurredAt\": \"%s\","
                                + " \"text\": \"%s\"}",
                        id, occurredAt, text);
        lineArrives("jsonl", occurredAt, line);
    }

    /** A line of a channel arrives. */
    void lineArrives(String source, Instant observedAt, String line) {
        publisher.publishAndWait(
                new RawEnvelope(
                        source,
                        observedAt,
                        null,
                        null,
                        "memory",
                        envelopes++,
                        Map.of(),
                        -1,
                        line.getBytes(StandardCharsets.UTF_8)),
                Duration.ofSeconds(10));
    }

    /** Every version in the log. */
    List<ModelVersion> versions() {
        List<ModelVersion> versions = new ArrayList<>();
        new KafkaModelLog(kafka).read(versions::add);
        return versions;
    }

    /** The last line of each feedback. */
    Map<String, TaggedFeedback> lines() {
        return lines(Map.of());
    }

    /** The last line of each feedback among those after the mark. */
    Map<String, TaggedFeedback> linesSinceMark() {
        return lines(marks);
    }

    private Map<String, TaggedFeedback> lines(Map<Integer, Long> from) {
        Map<String, TaggedFeedback> last = new TreeMap<>();
        read(
                record -> {
                    if (record.offset() >= from.getOrDefault(record.partition(), 0L)) {
                        TaggedFeedback line = Codecs.TAGGED_FEEDBACK.decode(record.value());
                        last.put(line.feedback().id(), line);
                    }
                });
        return last;
    }

    /** Remembers the end of the change log. */
    void mark() {
        read(record -> marks.merge(record.partition(), record.offset() + 1, Math::max));
    }

    private void read(Consumer<StoredRecord> to) {
        try (TopicReader reader = TopicReader.open(kafka)) {
            reader.read(Topics.TAGGED, to);
        }
    }

    Indices indices() throws Exception {
        return Indices.read(new PlainClients("", stack.elasticsearchUrl()));
    }

    /** The live page on these servers. */
    CorrectingPage page() throws IOException {
        return CorrectingPage.start(
                directory,
                kafka,
                ElasticsearchSettings.of(stack.elasticsearchUrl()),
                JourneyMapReader.read(tagging.journeyFile(), tagging.journeyYaml()));
    }

    /** Gives a command on these servers; its exit code and everything it printed. */
    String command(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(
                List.of(
                        "--kafka",
                        stack.kafkaBootstrap(),
                        "--elasticsearch",
                        stack.elasticsearchUrl()));
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(told, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
        try {
            int exit = ThroughlineCommand.execute(all.toArray(String[]::new));
            return exit + "\n" + told.toString(StandardCharsets.UTF_8);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Override
    public void close() {
        publisher.close();
        stack.close();
    }
}
