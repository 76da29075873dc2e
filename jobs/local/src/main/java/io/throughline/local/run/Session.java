package io.throughline.local.run;

import io.throughline.alert.AlertCommand;
import io.throughline.channels.AuthorKeys;
import io.throughline.console.Access;
import io.throughline.console.Console;
import io.throughline.console.ConsoleSettings;
import io.throughline.document.FeedbackDocument;
import io.throughline.local.alerts.AlertDesk;
import io.throughline.local.gateway.PushGateway;
import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.pipeline.config.ThroughlineConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.connector.source.Boundedness;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the local pipeline from start to stop. Stops in order when it ends, when it fails, and
 * on Ctrl-C; what a kill leaves behind, the next run on the same directory goes on from.
 */
public final class Session implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Progress progress;
    private final LocalPipeline pipeline;
    private final String page;
    private final SummaryReader reader;
    private final Watch watch;
    private final Thread hook = new Thread(this::closeOnInterrupt, "stop");
    private boolean closed;

    private Session(Progress progress, LocalPipeline pipeline, String page) {
        this.progress = progress;
        this.pipeline = pipeline;
        this.page = page;
        this.reader =
                new SummaryReader(
                        pipeline.surroundings().kafka(), pipeline.surroundings().search());
        this.watch = Watch.start(pipeline.options().startedAt(), reader);
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts everything but the channels, with a live page that changes nothing. */
    public static Session start(
            LocalOptions options, ThroughlineConfig config, AuthorKeys authors, Progress progress)
            throws Exception {
        return start(options, config, authors, Access.READ_ONLY, progress);
    }

    /**
     * Starts everything but the channels.
     *
     * @param access who may read the live page and change something from it
     */
    public static Session start(
            LocalOptions options,
            ThroughlineConfig config,
            AuthorKeys authors,
            Access access,
            Progress progress)
            throws Exception {
        Console console =
                Console.start(
                        ConsoleSettings.DEFAULT
                                .at(config.console().host(), config.console().port())
                                .channelCap(config.signals().channelCap())
                                .with(access),
                        Clock.systemUTC());
        progress.line("Live page      " + console.url());
        access.tokens().warning().ifPresent(progress::line);
        try {
            progress.listen(console::status);
            LocalPipeline pipeline =
                    LocalPipeline.start(options, config, authors, console, progress);
            Session session = new Session(progress, pipeline, console.url());
            Surroundings surroundings = pipeline.surroundings();
            progress.line(
                    "Elasticsearch  " + String.join(", ", surroundings.elasticsearch().hosts()));
            progress.line("Kafka          " + surroundings.kafka().bootstrapServers());
            return session;
        } catch (Exception e) {
            console.close();
            throw e;
        }
    }

    /**
     * Opens the gateway when a channel among these is pushed; answers its URL.
     *
     * @param boundedness as of {@link #ingest}
     */
    public Optional<String> listen(List<ConfiguredChannel> channels, Boundedness boundedness) {
        Optional<String> url =
                pipeline.listen(channels, boundedness, progress::line).map(PushGateway::url);
        url.ifPresent(address -> progress.line("Gateway        " + address));
        return url;
    }

    /** Address of the live page. */
    public String page() {
        return page;
    }

    /** Tells the detectors something, as a person would. */
    public void tell(AlertCommand command) {
        new AlertDesk(pipeline.surroundings().kafka()).tell(command);
    }

    /** Tells the receivers of a configuration of alerts, if it has any. */
    public void deliver(Path configuration) {
        pipeline.deliver(configuration, URI.create(page), progress::line);
    }

    /** Starts to read the channels among these that are pulled. */
    public void ingest(List<ConfiguredChannel> channels, Boundedness boundedness) throws Exception {
        pipeline.ingest(channels, boundedness);
    }

    /**
     * Runs until stopped by Ctrl-C.
     *
     * @throws JobFailedException when a job fails for good
     */
    public void runOn() throws InterruptedException {
        progress.line("Running; stop it with Ctrl-C.");
        while (true) {
            pipeline.checkJobs();
            Thread.sleep(PAUSE.toMillis());
        }
    }

    /**
     * Waits until the bounded channels are read and everything is searchable, and sums up.
     *
     * @param delivered whether what is pushed has been taken
     */
    public Summary finish(BooleanSupplier delivered) throws IOException, InterruptedException {
        while (!(pipeline.ingested() && delivered.getAsBoolean())) {
            reader.countSoFar(FeedbackDocument.ALIAS)
                    .ifPresent(
                            count ->
                                    progress.status(
                                            String.format(
                                                    "Reading channels: %,d searchable", count)));
            Thread.sleep(PAUSE.toMillis());
        }
        pipeline.settle(progress);
        reader.refresh();
        return new Summary(
                reader.channels(),
                reader.stages(),
                reader.documents(),
                watch.firstSearchableSeconds(),
                watch.seconds(),
                watch.peakMemoryBytes());
    }

    private void closeOnInterrupt() {
        try {
            progress.line("Stopping");
            stop();
        } catch (Exception e) {
            LOG.warn("The stop was not clean; the next run goes on from the last checkpoint", e);
        }
    }

    private synchronized void stop() throws Exception {
        if (!closed) {
            closed = true;
            watch.close();
            pipeline.close();
        }
    }

    @Override
    public void close() throws Exception {
        progress.status("Stopping");
        stop();
        progress.clear();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("The JVM is going down already", e);
        }
    }
}
