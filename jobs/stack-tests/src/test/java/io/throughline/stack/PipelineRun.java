package io.throughline.stack;

import io.throughline.channels.AuthorKeys;
import io.throughline.channels.ChannelCatalog;
import io.throughline.domain.tagging.Engines;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.Topics;
import io.throughline.local.cli.DemoChannels;
import io.throughline.local.demo.DemoFeeds;
import io.throughline.local.demo.DemoPlan;
import io.throughline.local.run.LocalOptions;
import io.throughline.local.run.Progress;
import io.throughline.local.run.Session;
import io.throughline.local.run.Summary;
import io.throughline.model.DeadLetter;
import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.pipeline.config.JourneyFiles;
import io.throughline.pipeline.config.SignalSettings;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.config.ThroughlineConfig.Address;
import io.throughline.wire.Codecs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.api.connector.source.Boundedness;

/**
 * One run of the whole pipeline to the end of its input, and what the indices hold then.
 *
 * @param summary as {@code --once} prints it
 * @param indices as they were just before the servers stopped
 * @param deadLetters every record of their topic
 */
record PipelineRun(Summary summary, Indices indices, List<DeadLetter> deadLetters) {

    private static final byte[] SECRET = "webhooks".getBytes(StandardCharsets.UTF_8);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** The demo's four channels, and JSON lines from files. */
    static PipelineRun ofDemo(Path directory, DemoPlan plan, String files) throws Exception {
        Path calls = directory.resolve("calls");
        try (DemoFeeds feeds =
                DemoFeeds.open(plan, DemoFeeds.Mode.ONCE, calls, Clock.systemUTC())) {
            List<ConfiguredChannel> channels =
                    new ArrayList<>(
                            DemoChannels.of(
                                    feeds, calls, new String(SECRET, StandardCharsets.UTF_8)));
            channels.add(lines(files));
            return run(directory, channels, Optional.of(feeds));
        }
    }

    /** JSON lines from files alone. */
    static PipelineRun ofFiles(Path directory, String files) throws Exception {
        return run(directory, List.of(lines(files)), Optional.empty());
    }

    private static PipelineRun run(
            Path directory, List<ConfiguredChannel> channels, Optional<DemoFeeds> feeds)
            throws Exception {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        Progress progress =
                new Progress(
                        new PrintStream(told, true, StandardCharsets.UTF_8),
                        false,
                        Clock.systemUTC());
        LocalOptions options =
                new LocalOptions(directory, OptionalInt.empty(), OptionalInt.empty(), Instant.now())
                        .once();
        AuthorKeys authors = new AuthorKeys("authors".getBytes(StandardCharsets.UTF_8));
        try (Session session = Session.start(options, config(channels), authors, progress)) {
            Optional<String> gateway = session.listen(channels, Boundedness.BOUNDED);
            session.ingest(channels, Boundedness.BOUNDED);
            if (feeds.isPresent()) {
                feeds.get()
                        .deliverTo(
                                URI.create(gateway.orElseThrow() + "/channels/typeform"), SECRET);
                feeds.get().awaitDelivered(PATIENCE);
            }
            Summary summary = session.finish(() -> true);
            String printed = told.toString(StandardCharsets.UTF_8);
            return new PipelineRun(
                    summary,
                    Indices.read(new PlainClients("", address("Elasticsearch", printed))),
                    deadLetters(address("Kafka", printed)));
        }
    }

    private static List<DeadLetter> deadLetters(String bootstrap) {
        List<DeadLetter> letters = new ArrayList<>();
        try (TopicReader reader = TopicReader.open(KafkaSettings.of(bootstrap))) {
            reader.read(
                    Topics.DEAD_LETTER,
                    record -> letters.add(Codecs.DEAD_LETTER.decode(record.value())));
        }
        return letters;
    }

    private static String address(String server, String printed) {
        Matcher line = Pattern.compile("(?m)^" + server + " {2,}(\\S+)").matcher(printed);
        if (!line.find()) {
            throw new IllegalStateException("no address of " + server + " in: " + printed);
        }
        return line.group(1);
    }

    static ConfiguredChannel lines(String files) {
        return new ConfiguredChannel(
                ChannelCatalog.builtIn().find("jsonl").orElseThrow(),
                Map.of(),
                Map.of(),
                List.of(files));
    }

    static ThroughlineConfig config(List<ConfiguredChannel> channels) throws IOException {
        return new ThroughlineConfig(
                Optional.empty(),
                Optional.empty(),
                channels,
                JourneyFiles.settings(
                        Engines.DEFAULT_SENTIMENT, Engines.DEFAULT_STAGE, "insurance", Path.of("")),
                SignalSettings.DEFAULT,
                Optional.empty(),
                new Address("127.0.0.1", 0),
                new Address("127.0.0.1", 0));
    }
}
