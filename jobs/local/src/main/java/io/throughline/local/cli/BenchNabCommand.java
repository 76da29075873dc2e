package io.throughline.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.domain.detect.numeric.NumericEngine;
import io.throughline.domain.detect.numeric.SeriesEngine;
import io.throughline.local.nab.NabBench;
import io.throughline.local.nab.NabCorpus;
import io.throughline.local.nab.NabFormatException;
import io.throughline.local.nab.NabProfile;
import io.throughline.local.nab.NabReport;
import io.throughline.local.nab.NabTables;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The detector of numeric series on the Numenta Anomaly Benchmark. */
@Command(
        name = "nab",
        description =
                "Score a detector on a copy of the Numenta Anomaly Benchmark by its published rules:"
                        + " one threshold for all files, labels as they are.")
final class BenchNabCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The benchmark: its folders data and labels are needed.")
    private Path data;

    @Option(
            names = "--detector",
            paramLabel = "ID",
            defaultValue = NumericEngine.ID,
            description =
                    "throughline, windowed-gaussian, metronome, random or null (default:"
                            + " ${DEFAULT-VALUE}).")
    private String detector;

    @Option(
            names = "--results",
            paramLabel = "DIR",
            description =
                    "Score the result files of a detector, as the benchmark publishes them, instead"
                            + " of running one.")
    private Path results;

    @Option(
            names = "--profile",
            paramLabel = "ID",
            split = ",",
            description = "standard, reward-low-fp-rate, reward-low-fn-rate (default: all three).")
    private List<String> profiles = NabProfile.ids();

    @Option(
            names = "--threshold",
            paramLabel = "SCORE",
            description =
                    "Where a score is a detection, for all files (default: the one with the greatest"
                            + " score over all files, by the benchmark's rules).")
    private Double threshold;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "42",
            description = "Of what is random in a detector (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--json", description = "Print the whole report as JSON.")
    private boolean json;

    @Option(names = "--details", description = "Tell what became of every file.")
    private boolean details;

    @Override
    public Integer call() throws IOException {
        NabReport report;
        try {
            report = report(NabCorpus.read(data));
        } catch (NabFormatException e) {
            throw new UserException(e.getMessage(), e);
        }
        if (!report.missing().isEmpty()) {
            System.err.println(
                    "throughline: of the benchmark's files "
                            + report.missing().size()
                            + " are not there, so this is not the published corpus: "
                            + String.join(", ", report.missing()));
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (json) {
            out.println(
                    new ObjectMapper()
                            .writeValueAsString(details ? report : report.withoutFiles()));
        } else {
            out.print(NabTables.of(details ? report : report.withoutFiles()));
        }
        return 0;
    }

    private NabReport report(NabCorpus corpus) throws IOException {
        NabBench bench = new NabBench(corpus);
        List<NabProfile> chosen = profiles.stream().map(BenchNabCommand::profile).toList();
        OptionalDouble asked =
                threshold == null ? OptionalDouble.empty() : OptionalDouble.of(threshold);
        if (results != null) {
            return bench.published(results, chosen, asked);
        }
        SeriesEngine engine = engine();
        LongRun progress = LongRun.onStandardError("Benchmark");
        try {
            return bench.run(
                    engine,
                    seed,
                    chosen,
                    asked,
                    done -> progress.at(engine.id(), done, corpus.series().size()));
        } finally {
            progress.end();
        }
    }

    private static NabProfile profile(String id) {
        return NabProfile.of(id)
                .orElseThrow(
                        () ->
                                new UserException(
                                        "there is no profile "
                                                + id
                                                + "; there are "
                                                + String.join(", ", NabProfile.ids())));
    }

    private SeriesEngine engine() {
        List<String> known = new ArrayList<>();
        for (SeriesEngine engine : ServiceLoader.load(SeriesEngine.class)) {
            if (engine.id().equals(detector)) {
                return engine;
            }
            known.add(engine.id());
        }
        throw new UserException(
                "there is no detector " + detector + "; there are " + String.join(", ", known));
    }
}
