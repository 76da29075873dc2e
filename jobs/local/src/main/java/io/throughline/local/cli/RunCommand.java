package io.throughline.local.cli;

import io.throughline.channels.definition.Mode;
import io.throughline.local.run.Following;
import io.throughline.local.run.LocalOptions;
import io.throughline.local.run.Progress;
import io.throughline.local.run.Session;
import io.throughline.pipeline.config.ConfiguredChannel;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.config.ThroughlineConfigReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.api.connector.source.Boundedness;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The pipeline on the user's own channels. */
@Command(
        name = "run",
        description =
                "Run the pipeline on your own channels: on the embedded Kafka and Elasticsearch, or"
                        + " on yours when the configuration names them.",
        footer = {
            "",
            "Example: throughline run --config examples/sf311/throughline.yaml \\",
            "                         --input sf311=requests.csv --once"
        })
final class RunCommand implements Callable<Integer> {

    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "throughline.yaml",
            description = "Configuration (default: ${DEFAULT-VALUE}).")
    private Path config;

    @Option(
            names = "--once",
            description =
                    "End when all that the channels hold now is searchable, and print a summary as"
                            + " JSON.")
    private boolean once;

    @Option(
            names = "--input",
            paramLabel = "ID=PATH",
            description =
                    "Read channel ID from this file, folder or glob instead of the configured one;"
                            + " may be given several times.")
    private Map<String, Path> inputs = new LinkedHashMap<>();

    @Mixin private LocalArguments local;

    @Override
    public Integer call() throws Exception {
        ThroughlineConfig configuration = local.applyTo(withInputs(read()));
        Progress progress = Progress.onStandardError();
        LocalOptions options = options();
        List<ConfiguredChannel> channels = configuration.channels();
        try (Session session =
                Session.start(
                        options,
                        configuration,
                        Installation.authorKeys(configuration.authorKey()),
                        PageAccess.configured(config),
                        progress)) {
            Boundedness boundedness = once ? Boundedness.BOUNDED : Boundedness.CONTINUOUS_UNBOUNDED;
            session.listen(channels, boundedness);
            session.ingest(channels, boundedness);
            if (!once) {
                session.deliver(config);
                session.runOn();
                return 0;
            }
            return SummaryOutput.print(session.finish(() -> true));
        }
    }

    /** Channels of a run that goes on come, go and change with the configuration. */
    private LocalOptions options() {
        LocalOptions options = local.options("run");
        if (once) {
            return options.once();
        }
        Map<String, String> files = new LinkedHashMap<>();
        inputs.forEach((id, path) -> files.put(id, absolute(path)));
        return options.following(new Following(config, files));
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private ThroughlineConfig read() throws IOException {
        ServiceConfig.require(config);
        ConfiguredEngines.check(config);
        return ThroughlineConfigReader.read(config, System::getenv);
    }

    private ThroughlineConfig withInputs(ThroughlineConfig configuration) {
        List<ConfiguredChannel> channels = new ArrayList<>();
        Map<String, Path> left = new LinkedHashMap<>(inputs);
        for (ConfiguredChannel channel : configuration.channels()) {
            Path input = left.remove(channel.definition().id());
            ConfiguredChannel changed =
                    input == null ? channel : channel.withFiles(List.of(absolute(input)));
            if (changed.definition().mode() == Mode.FILE && changed.files().isEmpty()) {
                String id = changed.definition().id();
                throw new UserException(
                        "channel '"
                                + id
                                + "' has no files. Name them under 'files' in "
                                + config
                                + " or with --input "
                                + id
                                + "=PATH.");
            }
            channels.add(changed);
        }
        if (!left.isEmpty()) {
            throw new UsageException(
                    "--input names channels that " + config + " does not have: " + left.keySet());
        }
        if (channels.isEmpty()) {
            throw new UserException(config + " switches no channel on; add one under 'channels'.");
        }
        return configuration.withChannels(channels);
    }
}
