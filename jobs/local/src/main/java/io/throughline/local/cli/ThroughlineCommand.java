package io.throughline.local.cli;

import io.throughline.channels.scaffold.SampleException;
import io.throughline.console.ConsoleStartException;
import io.throughline.domain.tagging.EngineUnavailableException;
import io.throughline.elasticsearch.ElasticsearchSetupException;
import io.throughline.elasticsearch.bulk.BulkSinkException;
import io.throughline.fetch.MissingInputException;
import io.throughline.fetch.http.ChannelUnavailableException;
import io.throughline.gateway.GatewayStartException;
import io.throughline.kafka.KafkaUnavailableException;
import io.throughline.kafka.WriterReplacedException;
import io.throughline.kibana.api.KibanaException;
import io.throughline.local.provision.ProvisionException;
import io.throughline.local.run.JobFailedException;
import io.throughline.local.stack.StackException;
import io.throughline.pipeline.config.MissingJourneyException;
import io.throughline.taggers.train.TrainingDataException;
import io.throughline.yaml.YamlException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line: data on stdout, everything for people on stderr. */
@Command(
        name = "throughline",
        description =
                "Customer feedback from every channel, lined up to the stages of the customer's"
                        + " journey.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            GatewayCommand.class,
            ConsoleCommand.class,
            NormalizeCommand.class,
            TagCommand.class,
            EvaluateCommand.class,
            BacktestCommand.class,
            ChannelCommand.class,
            JourneyCommand.class,
            ConfigCommand.class,
            AlertsCommand.class,
            NotifyCommand.class,
            CorrectCommand.class,
            ModelsCommand.class,
            RetagCommand.class,
            ReplayCommand.class,
            ProvisionCommand.class,
            RetentionCommand.class,
            TrainCommand.class,
            BenchCommand.class
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  done",
            "  1  it failed; the reason is on stderr",
            "  2  the command line is wrong",
            "  3  some records were rejected; each is a line on stderr"
        })
public final class ThroughlineCommand {

    /** Exit code of a command that rejected records. */
    static final int REJECTED = 3;

    /** Failures whose message is a sentence for the user; anything else is ours to mend. */
    private static final Set<Class<? extends Exception>> SAID =
            Set.of(
                    UserException.class,
                    UsageException.class,
                    SampleException.class,
                    YamlException.class,
                    StackException.class,
                    BulkSinkException.class,
                    KafkaUnavailableException.class,
                    WriterReplacedException.class,
                    ElasticsearchSetupException.class,
                    KibanaException.class,
                    GatewayStartException.class,
                    EngineUnavailableException.class,
                    JobFailedException.class,
                    ConsoleStartException.class,
                    MissingInputException.class,
                    ProvisionException.class,
                    ChannelUnavailableException.class,
                    MissingJourneyException.class,
                    TrainingDataException.class);

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help and end.")
    private boolean help;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show stack traces of failures.")
    private boolean verbose;

    private ThroughlineCommand() {}

    /** Runs a command line and answers its exit code. */
    public static int execute(String... arguments) {
        ThroughlineCommand root = new ThroughlineCommand();
        CommandLine line = new CommandLine(root);
        line.setOut(
                new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8), true));
        line.setErr(
                new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler(new UsageErrors());
        line.setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                    command.getErr().println("throughline: " + sentence(failure));
                    if (root.verbose) {
                        failure.printStackTrace(command.getErr());
                    }
                    return failure instanceof UsageException ? CommandLine.ExitCode.USAGE : 1;
                });
        if (arguments.length == 0) {
            line.usage(line.getErr());
            return 2;
        }
        return line.execute(arguments);
    }

    private static String sentence(Exception failure) {
        if (SAID.contains(failure.getClass())) {
            return failure.getMessage();
        }
        if (failure instanceof IllegalArgumentException wrong && wrong.getMessage() != null) {
            return wrong.getMessage();
        }
        if (failure instanceof NoSuchFileException missing) {
            return "there is no file " + missing.getFile();
        }
        return failure
                + " (details: --verbose, and "
                + Installation.directory().resolve("logs").resolve("throughline.log")
                + ")";
    }
}
