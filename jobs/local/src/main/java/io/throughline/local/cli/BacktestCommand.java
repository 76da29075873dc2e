package io.throughline.local.cli;

import io.throughline.alert.AlertRules;
import io.throughline.alert.StageStatus;
import io.throughline.journey.JourneyMapReader;
import io.throughline.json.DeadLetterJson;
import io.throughline.local.backtest.AlertLine;
import io.throughline.local.backtest.Backtest;
import io.throughline.local.backtest.BacktestListener;
import io.throughline.local.backtest.BacktestResult;
import io.throughline.local.backtest.BacktestSettings;
import io.throughline.local.backtest.EventTimes;
import io.throughline.local.backtest.History;
import io.throughline.local.backtest.HistoryColumns;
import io.throughline.local.backtest.HistoryException;
import io.throughline.local.backtest.HistoryItem;
import io.throughline.local.backtest.HistoryReader;
import io.throughline.local.backtest.Incident;
import io.throughline.local.backtest.IncidentFile;
import io.throughline.local.backtest.IncidentScore;
import io.throughline.local.backtest.NumericBacktest;
import io.throughline.local.backtest.Pictures;
import io.throughline.local.backtest.SeriesRecorder;
import io.throughline.local.backtest.SortedHistory;
import io.throughline.local.backtest.SummaryLine;
import io.throughline.local.backtest.TopicHistory;
import io.throughline.local.backtest.Tuning;
import io.throughline.local.revise.Servers;
import io.throughline.local.run.Progress;
import io.throughline.model.FailureReason;
import io.throughline.model.ProcessingStage;
import io.throughline.pipeline.config.JourneyFiles;
import io.throughline.yaml.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The detectors of the pipeline over history. */
@Command(
        name = "backtest",
        description =
                "Run history through the detectors of the pipeline: one alert a line in its final"
                        + " state as JSON, and a summary as the last line.",
        footer = {
            "",
            "FILE is one of",
            "- CSV with the columns occurredAt,stage,channel,label,author; only occurredAt",
            "  must be. Also text,id,language,url; others are ignored. Label: negative,",
            "  neutral, positive, or empty, which counts for the volume alone. Time: ISO",
            "  8601, a date, or seconds or milliseconds since 1970.",
            "- JSON lines as tag or normalize print them; the heaviest stage counts.",
            "- CSV with the columns timestamp,value: a series of numbers.",
            "",
            "Without an id, equal lines of the same author are copies and count once.",
            "",
            "Lines may come in any order. Some 64 MB of them are kept in memory and the",
            "rest in temporary files; ids take about 100 bytes each. What cannot be read",
            "is a line on stderr.",
            "",
            "Incidents that people know of are a CSV with from,until,stage,direction,name;",
            "with them the summary has delays, and false alarms a stage and week.",
            "",
            "Examples:",
            "  throughline backtest reviews.csv --warm-up 4d --pictures out",
            "  throughline backtest reviews.csv --incidents known.csv --tune",
            "  throughline backtest --from-topic --tune",
            "  throughline normalize --channel map.yaml reviews.csv | throughline tag |",
            "    throughline backtest -"
        })
final class BacktestCommand implements Callable<Integer> {

    private static final long KILO = 1000;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "History; - is stdin.")
    private String file;

    @Mixin private RulesArgument rules;

    @Option(
            names = "--journey",
            paramLabel = "FILE",
            description =
                    "Journey map, or the name of a shipped one: alerts then have names and owners of"
                            + " stages.")
    private String journey;

    @Option(
            names = "--incidents",
            paramLabel = "FILE",
            description = "CSV of what is known to have happened.")
    private Path incidents;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "Write a picture of each series, and index.html, into DIR.")
    private Path pictures;

    @Option(
            names = "--tune",
            description =
                    "Also run other budgets, deltas and odds ratios: a table on stderr, and 'tuning'"
                            + " in the summary.")
    private boolean tune;

    @Option(
            names = "--column",
            paramLabel = "FIELD=NAME",
            description =
                    "The column of the CSV, or the path in JSON lines, that FIELD is in, such as"
                            + " stage=extras.insurer or label=rating; may be given several times.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "Time zone of times that name none (default: ${DEFAULT-VALUE}).")
    private String zone;

    @Option(
            names = "--from-topic",
            description =
                    "Instead of a FILE: what demo or run has tagged (--data-dir, --config, --kafka).")
    private boolean fromTopic;

    @Mixin private ServerArguments servers;

    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    private final PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    private final LongRun reading = LongRun.onTerminalAlone("Reading");
    private final LongRun running = LongRun.onTerminalAlone("Detecting");
    private long rejected;

    @Override
    public Integer call() throws IOException {
        if ((file == null) == !fromTopic) {
            throw new UsageException(
                    "name a FILE with history, - for stdin, or --from-topic, one of them.");
        }
        try {
            EventTimes times = times();
            BacktestSettings settings = settings();
            List<Incident> known =
                    incidents == null ? List.of() : IncidentFile.read(incidents, times);
            try (History history = fromTopic ? tagged() : read(times)) {
                if (history.numeric()) {
                    runNumbers(history, known);
                } else {
                    run(history, settings, known);
                }
            }
        } catch (HistoryException e) {
            throw new UserException(e.getMessage(), e);
        } finally {
            reading.end();
            running.end();
            out.flush();
        }
        return rejected == 0 ? 0 : ThroughlineCommand.REJECTED;
    }

    private void run(History history, BacktestSettings settings, List<Incident> known)
            throws IOException {
        SortedHistory feedback = history.feedback();
        SeriesRecorder recorder =
                new SeriesRecorder(feedback, new Detecting(running, feedback.size()));
        BacktestResult result = Backtest.run(feedback, settings, recorder);
        running.end();
        result.alerts().forEach(alert -> out.println(AlertLine.of(alert)));
        out.flush();
        List<Tuning.Trial> trials = List.of();
        if (tune) {
            trials =
                    Tuning.run(
                            feedback,
                            settings,
                            Tuning.grid(settings.rules()),
                            known,
                            (done, total) -> running.at("other settings", done, total));
            running.end();
            err.print(Tuning.table(trials, !known.isEmpty()));
        }
        if (pictures != null) {
            err.println("Pictures: " + Pictures.write(pictures, recorder, result.alerts(), known));
        }
        Optional<IncidentScore> score =
                incidents == null ? Optional.empty() : Optional.of(IncidentScore.of(result, known));
        out.println(SummaryLine.of(feedback, result, settings.rules(), rejected, score, trials));
    }

    private void runNumbers(History history, List<Incident> known) throws IOException {
        NumericBacktest run = NumericBacktest.run(history.points());
        run.lines().forEach(out::println);
        if (pictures != null) {
            err.println("Picture: " + run.picture(pictures, known));
        }
        out.println(run.summary(rejected));
    }

    private BacktestSettings settings() throws IOException {
        AlertRules told = rules.rules();
        if (journey == null) {
            return BacktestSettings.of(told);
        }
        String yaml = JourneyFiles.read(journey, Path.of(""));
        return new BacktestSettings(told, JourneyMapReader.read(journey, yaml).journey(), yaml);
    }

    private EventTimes times() {
        try {
            return new EventTimes(ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw new UsageException(
                    "--zone is a time zone such as Europe/Paris, not '" + zone + "'", e);
        }
    }

    private History read(EventTimes times) throws IOException {
        columns.keySet().stream()
                .filter(field -> !HistoryColumns.FIELDS.contains(field))
                .findFirst()
                .ifPresent(
                        field -> {
                            throw new UsageException(
                                    "--column: there is no field '"
                                            + field
                                            + "'"
                                            + Nearest.hint(field, HistoryColumns.FIELDS));
                        });
        try (CountedInput in = new CountedInput(open())) {
            long bytes = file.equals("-") ? 0 : Files.size(Path.of(file));
            return new HistoryReader(times, columns, Clock.systemUTC(), listener(in, bytes))
                    .read(in);
        } catch (HistoryException e) {
            throw new UserException((file.equals("-") ? "stdin" : file) + ": " + e.getMessage(), e);
        } finally {
            reading.end();
        }
    }

    private History tagged() throws IOException {
        Progress progress = Progress.onStandardError();
        try (Servers open = servers.open(progress)) {
            progress.clear();
            return TopicHistory.read(open.kafka(), listener(null, 0));
        } finally {
            reading.end();
        }
    }

    private InputStream open() throws IOException {
        if (file.equals("-")) {
            return System.in;
        }
        if (Files.isDirectory(Path.of(file))) {
            throw new UserException(file + " is a directory; name a file with history.");
        }
        return Files.newInputStream(Path.of(file));
    }

    private HistoryReader.Listener listener(CountedInput in, long bytes) {
        return new HistoryReader.Listener() {
            @Override
            public void bad(FailureReason reason, String message, long line) {
                rejected++;
                reading.end();
                err.println(
                        DeadLetterJson.line(
                                reason,
                                ProcessingStage.PARSE,
                                null,
                                "backtest",
                                "line " + line + ": " + message,
                                (int) Math.min(Integer.MAX_VALUE, line - 1)));
            }

            @Override
            public void warning(String message) {
                err.println("throughline: " + message);
            }

            @Override
            public void read(long records) {
                if (bytes > 0) {
                    reading.at(
                            String.format(Locale.ROOT, "%,d lines, kB", records),
                            in.count() / KILO,
                            bytes / KILO);
                }
            }
        };
    }

    /** Tells how far the detectors are. */
    private static final class Detecting implements BacktestListener {

        private final LongRun progress;
        private final long total;
        private long done;

        private Detecting(LongRun progress, long total) {
            this.progress = progress;
            this.total = total;
        }

        @Override
        public void item(HistoryItem item) {
            progress.at("", ++done, total);
        }

        @Override
        public void status(StageStatus status) {}
    }
}
