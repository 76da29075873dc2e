package io.throughline.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.local.nab.NabBench;
import io.throughline.local.nab.NabCorpus;
import io.throughline.local.nab.NabFormatException;
import io.throughline.local.nab.SettingTrial;
import io.throughline.local.nab.TrialScore;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** How much the detector's score on the benchmark hangs on its settings. */
@Command(
        name = "nab-settings",
        description =
                "Score throughline's detector of numeric series on the Numenta Anomaly Benchmark with"
                        + " its settings changed one by one, at its own threshold and at the best one:"
                        + " a JSON object a line on stdout, a table on stderr.")
final class BenchNabSettingsCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The benchmark: its folders data and labels are needed.")
    private Path data;

    @Override
    public Integer call() throws IOException {
        NabBench bench;
        try {
            bench = new NabBench(NabCorpus.read(data));
        } catch (NabFormatException e) {
            throw new UserException(e.getMessage(), e);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.err.printf(
                Locale.ROOT,
                "%-26s %6s %7s %9s %6s%n",
                "standard",
                "own",
                "chosen",
                "held out",
                "best");
        for (SettingTrial trial : SettingTrial.all()) {
            TrialScore score = bench.trial(trial);
            System.err.printf(
                    Locale.ROOT,
                    "%-26s %6.2f %7.2f %9.2f %6.2f%n",
                    score.setting(),
                    score.own(),
                    score.chosen(),
                    score.heldOut(),
                    score.best());
            out.println(new ObjectMapper().writeValueAsString(score));
        }
        return 0;
    }
}
