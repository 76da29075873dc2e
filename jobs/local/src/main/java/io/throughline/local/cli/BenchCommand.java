package io.throughline.local.cli;

import picocli.CommandLine.Command;

/** Benchmarks: the promises of the README, measured. */
@Command(
        name = "bench",
        description = "Measure what is promised.",
        synopsisSubcommandLabel = "LEG",
        subcommands = {
            BenchTaggingCommand.class,
            BenchCasesCommand.class,
            BenchCrashCommand.class,
            BenchLearningCommand.class,
            BenchSteadyCommand.class,
            BenchGatewayCommand.class,
            BenchPageCommand.class,
            BenchAlertsCommand.class,
            BenchNabCommand.class,
            BenchNabSettingsCommand.class
        })
final class BenchCommand {}
