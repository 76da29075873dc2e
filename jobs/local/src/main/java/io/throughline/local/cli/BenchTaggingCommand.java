package io.throughline.local.cli;

import io.throughline.domain.tagging.Engines;
import io.throughline.domain.tagging.SentimentEngine;
import io.throughline.taggers.evaluate.BenchOptions;
import io.throughline.taggers.evaluate.BenchPage;
import io.throughline.taggers.evaluate.BenchReport;
import io.throughline.taggers.evaluate.Contestant;
import io.throughline.taggers.evaluate.LabelFileException;
import io.throughline.taggers.evaluate.TaggingBench;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Sentiment engines on public sets that their models have not seen. */
@Command(
        name = "tagging",
        description =
                "Hold all sentiment engines against public sets, each scored by models that saw no text"
                        + " of it: JSON on stdout, tables on stderr.",
        footer = {
            "",
            "The sets are the user's: sets.yaml names their files, licences and rules. A model that learnt",
            "from a set is trained anew without it. Takes long: half an hour and more; --quick some minutes."
        })
final class BenchTaggingCommand implements Callable<Integer> {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Directory with the files of the sets, and of what models learn from.")
    private Path data;

    @Option(
            names = "--sets",
            paramLabel = "FILE",
            description = "Another list of sets than the one that comes with the program.")
    private Path sets;

    @Option(
            names = "--engine",
            paramLabel = "ID",
            split = ",",
            defaultValue = "all",
            description =
                    "Sentiment engines, separated by commas, or 'all' (default: ${DEFAULT-VALUE}).")
    private List<String> engines;

    @Option(
            names = "--candidate",
            paramLabel = "ID",
            defaultValue = Engines.DEFAULT_SENTIMENT,
            description = "Engine that the promises are of (default: ${DEFAULT-VALUE}).")
    private String candidate;

    @Option(names = "--quick", description = "Some hundred rows of each set, for a first look.")
    private boolean quick;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write index.html with pictures, and report.json, into DIR.")
    private Path page;

    @Override
    public Integer call() throws IOException {
        LongRun progress = LongRun.onStandardError("Benchmark");
        Path work = Files.createTempDirectory("throughline-bench");
        BenchReport report;
        try {
            TaggingBench bench =
                    new TaggingBench(
                            data,
                            sets,
                            new Retrained(data, work, progress),
                            quick ? BenchOptions.quick(candidate) : BenchOptions.full(candidate),
                            progress::at);
            report = bench.run(contestants());
        } catch (LabelFileException e) {
            throw new UserException(e.getMessage(), e);
        } finally {
            progress.end();
            Directories.delete(work);
        }
        new PrintStream(System.err, true, StandardCharsets.UTF_8).print(report.table());
        if (page != null) {
            System.err.println("Report: " + BenchPage.write(report, page));
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8).println(report.json());
        return 0;
    }

    private List<Contestant> contestants() {
        List<SentimentEngine> chosen =
                engines.contains("all")
                        ? Engines.sentiments()
                        : engines.stream().distinct().map(Engines::sentiment).toList();
        return chosen.stream().map(Contestant::load).toList();
    }
}
