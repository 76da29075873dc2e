package io.throughline.local.run;

import io.throughline.channels.AuthorKeys;
import io.throughline.console.Console;
import io.throughline.domain.learning.LearnerEngine;
import io.throughline.domain.learning.Learners;
import io.throughline.domain.tagging.Engines;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.JourneyMapReader;
import io.throughline.local.gateway.PushGateway;
import io.throughline.local.notify.AlertDelivery;
import io.throughline.local.notify.FollowedDelivery;
import io.throughline.local.page.PageDesks;
import io.throughline.local.page.PageExplainer;
import io.throughline.local.run.FlinkRuntime.RunningJob;
import io.throughline.metrics.Meters;
import io.throughline.notify.deliver.DeliveryMetrics;
import io.throughline.pipeline.Deployment;
import io.throughline.pipeline.JobSettings;
import io.throughline.pipeline.config.ConfigWatch;
import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.detect.ConfiguredCommands;
import io.throughline.pipeline.detect.FollowedConfiguration;
import io.throughline.pipeline.detect.WatchSettings;
import io.throughline.pipeline.ingest.ChannelInputs;
import io.throughline.pipeline.ingest.IngestJob;
import io.throughline.pipeline.io.KafkaOutputs;
import io.throughline.pipeline.io.StartFrom;
import io.throughline.pipeline.signals.SignalsJob;
import io.throughline.pipeline.tagging.ChannelSettings;
import io.throughline.pipeline.tagging.TaggingJob;
import io.throughline.pipeline.tagging.TaggingSettings;
import io.throughline.polling.ChannelSource;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.IOUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole pipeline on this machine: Kafka, Elasticsearch, Flink with the three jobs, the gateway
 * and the live page. What it knows is kept in the data directory; started again, even after it was
 * killed, it goes on from the last checkpoint.
 */
public final class LocalPipeline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalPipeline.class);

    private static final int TAGGING_PARALLELISM = 2;
    private static final int SLOTS = TAGGING_PARALLELISM + 2;
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(60);

    /** A launcher that was killed may be started again days later and must still commit. */
    private static final Duration EMBEDDED_TRANSACTION_TIMEOUT = Duration.ofDays(7);

    private final LocalOptions options;
    private final ThroughlineConfig config;
    private final AuthorKeys authors;
    private final Console console;
    private final Surroundings surroundings;
    private final FlinkRuntime flink;
    private final List<AutoCloseable> closeables = new CopyOnWriteArrayList<>();
    private final Meters meters = new Meters();
    private final DeliveryMetrics deliveries = new DeliveryMetrics(meters);
    private RunningJob tagging;
    private RunningJob signals;
    private Optional<RunningJob> ingest = Optional.empty();

    private LocalPipeline(
            LocalOptions options,
            ThroughlineConfig config,
            AuthorKeys authors,
            Console console,
            Surroundings surroundings,
            FlinkRuntime flink) {
        this.options = options;
        this.config = config;
        this.authors = authors;
        this.console = console;
        this.surroundings = surroundings;
        this.flink = flink;
    }

    /** Starts everything but the channels. */
    public static LocalPipeline start(
            LocalOptions options,
            ThroughlineConfig config,
            AuthorKeys authors,
            Console console,
            Progress progress)
            throws Exception {
        Path flinkDirectory = options.dataDirectory().resolve("flink");
        CompletableFuture<FlinkRuntime> flink =
                CompletableFuture.supplyAsync(() -> startFlink(flinkDirectory));
        CompletableFuture<Void> engines = CompletableFuture.runAsync(() -> loadEngines(config));
        Surroundings surroundings;
        try {
            surroundings = Surroundings.start(options, config, progress);
        } catch (RuntimeException e) {
            join(flink).close();
            throw e;
        }
        progress.status("Starting Flink");
        LocalPipeline pipeline =
                new LocalPipeline(options, config, authors, console, surroundings, join(flink));
        try {
            join(engines);
            pipeline.submit();
            console.measure(pipeline.flink.metrics()::text);
            console.measure(pipeline.meters::text);
            console.explain(PageExplainer.of(config.tagging().sentimentEngine()));
            JourneyMap journey = pipeline.journey();
            console.ready(
                    surroundings.search(),
                    journey,
                    PageDesks.through(surroundings.kafka(), surroundings.search(), journey));
            return pipeline;
        } catch (Exception e) {
            pipeline.close();
            throw e;
        }
    }

    private JourneyMap journey() {
        return JourneyMapReader.read(
                config.tagging().journeyFile(), config.tagging().journeyYaml());
    }

    private static FlinkRuntime startFlink(Path directory) {
        try {
            return FlinkRuntime.start(directory, SLOTS);
        } catch (Exception e) {
            throw new IllegalStateException("Flink could not be started", e);
        }
    }

    /** Loads the models while the servers start. */
    private static void loadEngines(ThroughlineConfig config) {
        TaggingSettings tagging = config.tagging();
        Optional<LearnerEngine> learner = Learners.find(tagging.sentimentEngine());
        if (learner.isPresent()) {
            learner.get()
                    .learner(JourneyMapReader.read(tagging.journeyFile(), tagging.journeyYaml()));
        } else {
            Engines.sentiment(tagging.sentimentEngine()).tagger();
            Engines.stage(tagging.stageEngine());
        }
    }

    private static <T> T join(CompletableFuture<T> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void submit() throws Exception {
        ChannelSettings fixed = new ChannelSettings(Deployment.definitions(config), authors);
        ChannelSettings channels =
                options.following()
                        .map(
                                following ->
                                        fixed.following(
                                                new ConfigWatch(following.file()).definitions()))
                        .orElse(fixed);
        tagging =
                submit(
                        TaggingJob.NAME,
                        TAGGING_PARALLELISM,
                        (env, settings) ->
                                TaggingJob.define(env, settings, channels, config.tagging()));
        ConfiguredCommands.publish(surroundings.kafka(), config, Clock.systemUTC());
        WatchSettings watch =
                WatchSettings.DEFAULT.withOutOfOrderness(config.alerts().outOfOrderness());
        signals =
                submit(
                        SignalsJob.NAME,
                        1,
                        (env, settings) ->
                                SignalsJob.define(
                                        env, settings, config.signals(), watch, followed()));
    }

    private Optional<FollowedConfiguration> followed() {
        return options.following()
                .map(following -> new ConfigWatch(following.file()))
                .map(watch -> FollowedConfiguration.of(watch, surroundings.kafka()));
    }

    private RunningJob submit(String name, int parallelism, Definition definition)
            throws Exception {
        Optional<Path> state = flink.latestState(name);
        return flink.submit(
                name,
                parallelism,
                state,
                env -> definition.define(env, settings(state.isPresent())));
    }

    private JobSettings settings(boolean restored) {
        return new JobSettings(
                surroundings.kafka(),
                surroundings.elasticsearch(),
                restored ? StartFrom.STATE : StartFrom.BEGINNING,
                config.kafka().isPresent()
                        ? KafkaOutputs.TRANSACTION_TIMEOUT
                        : EMBEDDED_TRANSACTION_TIMEOUT,
                options.observations());
    }

    /**
     * Opens the gateway for the push channels among these, and for those that come later where a
     * configuration is followed; empty when there are none yet.
     *
     * @param boundedness bounded: nothing is said of the health of channels, since what such a run
     *     leaves does not depend on the clock
     * @param tell tells a person what became of changes of the configuration
     */
    public Optional<PushGateway> listen(
            List<ConfiguredChannel> channels, Boundedness boundedness, Consumer<String> tell) {
        Optional<PushGateway> gateway = open(channels, boundedness);
        options.following()
                .map(following -> new ConfigWatch(following.file()))
                .ifPresent(
                        watch ->
                                closeables.add(
                                        0,
                                        new FollowedGateway(
                                                        watch,
                                                        gateway,
                                                        later -> open(later, boundedness),
                                                        tell)
                                                .start()));
        return gateway;
    }

    /**
     * Tells the receivers of a configuration of alerts, if it has any, and of those that come
     * later.
     *
     * @param page address of the live page, for links to it
     * @param tell tells a person what became of it
     */
    public void deliver(Path configuration, URI page, Consumer<String> tell) {
        closeables.add(
                0,
                new FollowedDelivery(
                                new AlertDelivery(
                                        surroundings.kafka(),
                                        configuration,
                                        Optional.of(page),
                                        journey(),
                                        tell,
                                        deliveries))
                        .start());
    }

    private Optional<PushGateway> open(List<ConfiguredChannel> channels, Boundedness boundedness) {
        if (PushGateway.pushed(channels).isEmpty()) {
            return Optional.empty();
        }
        PushGateway gateway =
                boundedness == Boundedness.BOUNDED
                        ? PushGateway.startOnce(surroundings.kafka(), config.gateway(), channels)
                        : PushGateway.start(surroundings.kafka(), config.gateway(), channels);
        closeables.add(gateway);
        return Optional.of(gateway);
    }

    /**
     * Starts to read the channels among these that are polled, streamed or files.
     *
     * @param boundedness bounded: all there is now, read from the start, and then the job is done;
     *     unbounded: goes on from where it was
     */
    public void ingest(List<ConfiguredChannel> channels, Boundedness boundedness) throws Exception {
        List<ConfiguredChannel> pulled = ChannelInputs.pulled(channels);
        if (pulled.isEmpty() && options.following().isEmpty()) {
            return;
        }
        Optional<Path> state =
                boundedness == Boundedness.BOUNDED
                        ? Optional.empty()
                        : flink.latestState(IngestJob.NAME);
        ingest =
                Optional.of(
                        flink.submit(
                                IngestJob.NAME,
                                1,
                                state,
                                env ->
                                        IngestJob.define(
                                                env,
                                                settings(state.isPresent()),
                                                source(pulled, boundedness))));
    }

    private ChannelSource source(List<ConfiguredChannel> pulled, Boundedness boundedness) {
        return options.following()
                .map(
                        following ->
                                ChannelInputs.following(
                                        pulled,
                                        new ConfigWatch(following.file()),
                                        following.inputs()))
                .orElseGet(() -> ChannelInputs.source(pulled, boundedness));
    }

    /**
     * Whether the bounded channels are read to their end.
     *
     * @throws JobFailedException when a job failed for good
     */
    public boolean ingested() {
        checkJobs();
        return ingest.isEmpty() || ingest.get().finished();
    }

    /**
     * @throws JobFailedException when a job failed for good
     */
    public void checkJobs() {
        tagging.finished();
        signals.finished();
        ingest.ifPresent(RunningJob::finished);
    }

    /** Waits until all that is in {@code feedback.raw} is searchable, and stops the jobs. */
    public void settle(Progress progress) throws IOException, InterruptedException {
        new Settling(surroundings.kafka(), tagging, signals).run(progress, STOP_PATIENCE);
    }

    /** Where Kafka, Elasticsearch and their clients are. */
    Surroundings surroundings() {
        return surroundings;
    }

    /** How the pipeline was asked to run. */
    LocalOptions options() {
        return options;
    }

    /**
     * Stops everything in order: no more input, what was read is written, then the servers. What
     * cannot be stopped does not keep the rest from being stopped.
     */
    @Override
    public void close() throws Exception {
        List<AutoCloseable> all = new ArrayList<>(closeables);
        jobs().forEach(job -> all.add(() -> stop(job)));
        all.addAll(List.of(flink, surroundings, console));
        IOUtils.closeAll(all);
    }

    private static void stop(RunningJob job) throws InterruptedException {
        try {
            job.stop(STOP_PATIENCE);
        } catch (IOException e) {
            LOG.warn("{} goes on from its last checkpoint next time", job.name(), e);
            job.cancel();
        }
    }

    private List<RunningJob> jobs() {
        List<RunningJob> jobs = new ArrayList<>();
        ingest.ifPresent(jobs::add);
        Stream.of(tagging, signals).filter(Objects::nonNull).forEach(jobs::add);
        return jobs;
    }

    /** Adds a job's operators. */
    @FunctionalInterface
    private interface Definition {
        void define(StreamExecutionEnvironment env, JobSettings settings);
    }
}
