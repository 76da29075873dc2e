package io.throughline.local.cli;

import io.throughline.local.revise.ModelHistory;
import io.throughline.local.revise.ModelReport;
import io.throughline.local.revise.RollBack;
import io.throughline.local.revise.Servers;
import io.throughline.local.run.Progress;
import io.throughline.model.ModelVersion;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The versions of the model that learns. */
@Command(
        name = "models",
        description = "How the tagger has learnt: its versions over time, and the way back.",
        footer = {
            "",
            "  throughline models              a line a version",
            "  throughline models show 3       one version, as JSON",
            "  throughline models rollback 2   tag with the model of version 2 again"
        })
final class ModelsCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        SHOW,
        ROLLBACK
    }

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ACTION",
            defaultValue = "list",
            description = "list, show or rollback (default: ${DEFAULT-VALUE}).")
    private Action action;

    @Parameters(index = "1", arity = "0..1", paramLabel = "N", description = "Version.")
    private Integer number;

    @Option(names = "--json", description = "Print JSON instead of a table.")
    private boolean json;

    @Mixin private ServerArguments servers;

    @Override
    public Integer call() throws IOException {
        if (action != Action.LIST && number == null) {
            throw new UsageException("name a version, as ./throughline models lists them.");
        }
        Progress progress = Progress.onStandardError();
        Clock clock = Clock.systemUTC();
        try (Servers open = servers.open(progress)) {
            RollBack log = new RollBack(open.kafka(), clock);
            switch (action) {
                case LIST -> list(log.history(), clock.instant(), progress);
                case SHOW -> show(log.history(), clock.instant(), progress);
                case ROLLBACK -> rollBack(log, progress);
            }
        }
        return 0;
    }

    private void list(ModelHistory history, Instant now, Progress progress) {
        progress.clear();
        System.out.print(
                json
                        ? ModelReport.json(history, now).toPrettyString() + "\n"
                        : ModelReport.table(history, now));
        System.out.flush();
    }

    private void show(ModelHistory history, Instant now, Progress progress) {
        ModelVersion version =
                history.version(number)
                        .orElseThrow(
                                () ->
                                        new UserException(
                                                "there is no record of version "
                                                        + number
                                                        + "; ./throughline models lists them."));
        progress.clear();
        System.out.println(ModelReport.json(history, version, now).toPrettyString());
    }

    private void rollBack(RollBack log, Progress progress) {
        ModelVersion version = log.to(number);
        progress.clear();
        System.err.printf(
                "Version %d has the model of version %d and tags what arrives from %s on.%n",
                version.number(), version.modelOf(), version.effectiveFrom());
        if (json) {
            System.out.println(
                    ModelReport.json(log.history(), version, Instant.EPOCH).toPrettyString());
        }
    }
}
