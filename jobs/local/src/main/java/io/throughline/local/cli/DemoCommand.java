package io.throughline.local.cli;

import io.throughline.console.Access;
import io.throughline.console.ConsoleTokens;
import io.throughline.domain.tagging.Engines;
import io.throughline.local.demo.DemoFeeds;
import io.throughline.local.demo.DemoOptions;
import io.throughline.local.demo.DemoPlan;
import io.throughline.local.demo.DemoWorld;
import io.throughline.local.run.LocalOptions;
import io.throughline.local.run.Progress;
import io.throughline.local.run.Session;
import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.pipeline.config.JourneyFiles;
import io.throughline.pipeline.config.SignalSettings;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.config.ThroughlineConfig.Address;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.api.connector.source.Boundedness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole pipeline on sample feedback of an insurer's customers. */
@Command(
        name = "demo",
        description =
                "Run everything on this machine, fed with 18 days of sample feedback of an"
                        + " insurer's customers on four channels, in which something goes wrong with"
                        + " claims.",
        footer = {
            "",
            "Open the live page that the first line names. What is kept in the data directory is",
            "there again next time; remove the directory to start afresh."
        })
final class DemoCommand implements Callable<Integer> {

    private static final Duration DELIVERY_PATIENCE = Duration.ofMinutes(10);
    private static final int PAGE_PORT = 0;

    @Option(
            names = "--once",
            description = "End when all is searchable, and print a summary as JSON.")
    private boolean once;

    @Option(
            names = "--records",
            paramLabel = "N",
            description =
                    "Pieces of feedback in the history, for a new data directory (default: "
                            + DemoOptions.DEFAULT_RECORDS
                            + ").")
    private Integer records;

    @Option(
            names = "--receivers",
            paramLabel = "FILE",
            description =
                    "Tell the receivers of FILE of alerts: the blocks 'receivers' and 'owners' of a"
                            + " configuration.")
    private Path receivers;

    @Mixin private LocalArguments local;

    @Override
    public Integer call() throws Exception {
        Progress progress = Progress.onStandardError();
        LocalOptions options = once ? local.options("demo").once() : local.options("demo");
        DemoState state = DemoState.in(options.dataDirectory(), records, Clock.systemUTC());
        DemoPlan plan = DemoWorld.generate(state.options());
        Path calls = options.dataDirectory().resolve("calls");
        try (DemoFeeds feeds =
                        DemoFeeds.open(
                                plan,
                                once ? DemoFeeds.Mode.ONCE : DemoFeeds.Mode.LIVE,
                                calls,
                                Clock.systemUTC());
                Session session = start(options, feeds, calls, state, progress)) {
            List<ConfiguredChannel> channels = DemoChannels.of(feeds, calls, state.webhookSecret());
            Boundedness boundedness = once ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
            Optional<String> gateway = session.listen(channels, boundedness);
            session.ingest(channels, boundedness);
            feeds.deliverTo(
                    URI.create(gateway.orElseThrow() + "/channels/" + DemoChannels.TYPEFORM),
                    state.webhookSecret().getBytes(StandardCharsets.UTF_8));
            if (!once) {
                DemoAlerts.silence(state.options().end(), session::tell);
                progress.line(
                        "Change alerts  " + session.page() + PageTokens.link(tokens(options)));
                if (receivers != null) {
                    session.deliver(receivers);
                }
                session.runOn();
                return 0;
            }
            feeds.awaitDelivered(DELIVERY_PATIENCE);
            return SummaryOutput.print(session.finish(() -> true));
        }
    }

    private Session start(
            LocalOptions options, DemoFeeds feeds, Path calls, DemoState state, Progress progress)
            throws Exception {
        return Session.start(
                options,
                local.applyTo(config(DemoChannels.of(feeds, calls, state.webhookSecret()))),
                Installation.authorKeys(Optional.empty()),
                Access.READ_ONLY.with(ConsoleTokens.read(tokens(options))),
                progress);
    }

    private static Path tokens(LocalOptions options) throws IOException {
        return PageTokens.ofDemo(options.dataDirectory());
    }

    private static ThroughlineConfig config(List<ConfiguredChannel> channels) throws IOException {
        return new ThroughlineConfig(
                Optional.empty(),
                Optional.empty(),
                channels,
                JourneyFiles.settings(
                        Engines.DEFAULT_SENTIMENT, Engines.DEFAULT_STAGE, "insurance", Path.of("")),
                SignalSettings.DEFAULT,
                Optional.empty(),
                new Address("127.0.0.1", 0),
                new Address("127.0.0.1", PAGE_PORT),
                DemoAlerts.RULES);
    }
}
