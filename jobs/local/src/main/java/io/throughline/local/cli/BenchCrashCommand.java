package io.throughline.local.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.local.crash.CrashBench;
import io.throughline.local.crash.CrashSummary;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Kills the ingest again and again and looks whether anything is lost or came twice. */
@Command(
        name = "crash",
        description = {
            "Kill the process that reads a polled and a streamed feed, both with edits, deletes and"
                    + " equal times at the edges of pages, with kill -9 at random moments; start it"
                    + " again from its last checkpoint; compare in the end: JSON on stdout.",
            "Exit code 1 when anything was lost or came twice."
        })
final class BenchCrashCommand implements Callable<Integer> {

    @Option(
            names = "--runs",
            defaultValue = "100",
            description = "Kills, each followed by a restore (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Of feeds and moments (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (runs < 1) {
            throw new UsageException("--runs is 1 or more, not " + runs);
        }
        Path work = Files.createTempDirectory("throughline-crash");
        LongRun progress = LongRun.onStandardError("Crash proof");
        CrashSummary summary;
        try {
            summary =
                    new CrashBench(runs, seed, work)
                            .run((done, all) -> progress.at("killed and restored", done, all));
        } finally {
            progress.end();
        }
        if (summary.clean()) {
            Directories.delete(work);
        } else {
            System.err.println("What came out is kept in " + work);
        }
        new PrintStream(System.out, true, StandardCharsets.UTF_8)
                .println(
                        new ObjectMapper()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(summary));
        return summary.clean() ? 0 : 1;
    }
}
