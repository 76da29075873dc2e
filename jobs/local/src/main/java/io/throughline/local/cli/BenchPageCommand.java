package io.throughline.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.local.pagebench.PageBench;
import io.throughline.local.pagebench.PageReport;
import io.throughline.local.run.Progress;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How large and how fast the live page's first view is. */
@Command(
        name = "page",
        description =
                "Index made-up feedback with its roll-ups, and measure the first view of the live"
                        + " page, in Chromium too where there is one: JSON on stdout. Exit code 1"
                        + " when it is larger than 300 kB or takes longer than a second.")
final class BenchPageCommand implements Callable<Integer> {

    @Option(
            names = "--documents",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "Pieces of feedback, over 60 days (default: ${DEFAULT-VALUE}).")
    private long documents;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Keep the index there, and use it again (default: a temporary one).")
    private Path directory;

    @Mixin private JourneyArgument journey;

    @Override
    public Integer call() throws Exception {
        if (documents < 1) {
            throw new UserException("--documents is at least 1");
        }
        Progress progress = Progress.onStandardError();
        Path data = directory == null ? Files.createTempDirectory("throughline-page") : directory;
        PageReport report;
        try {
            report = new PageBench(journey.map(), documents, data, progress::status).run();
        } finally {
            progress.clear();
            if (directory == null) {
                Directories.delete(data);
            }
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .println(new ObjectMapper().writeValueAsString(report));
        return report.kept() ? 0 : 1;
    }
}
