package io.throughline.local.alertbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the page, all figures as CSV, and the curves. */
public final class BenchFiles {

    private static final String NAME = "alert-evaluation";

    private BenchFiles() {}

    /**
     * Writes {@code alert-evaluation.md} and the folder {@code alert-evaluation} beside it.
     *
     * @param command that makes them
     * @param machine that they were made on
     * @return the page
     */
    public static Path write(
            BenchOutcome outcome, Path directory, String command, String machine, String robustness)
            throws IOException {
        Path folder = Files.createDirectories(directory.resolve(NAME));
        Files.writeString(
                folder.resolve("false-alarms.csv"), BenchTables.falseAlarms(outcome.tallies()));
        StringBuilder delays = new StringBuilder(BenchTables.DELAYS_HEADER);
        outcome.sources().stream()
                .mapToDouble(StreamSource::perHour)
                .distinct()
                .sorted()
                .forEach(
                        perHour ->
                                delays.append(
                                        BenchTables.delays(
                                                outcome.tallies(),
                                                perHour,
                                                changeHours(outcome, perHour))));
        Files.writeString(folder.resolve("delays.csv"), delays.toString());
        for (StreamSource source : outcome.sources()) {
            Comparison comparison =
                    new Comparison(outcome.tallies(), source.id(), source.perHour(), "step-2");
            Files.writeString(
                    folder.resolve(
                            "curve-"
                                    + source.id()
                                    + "-"
                                    + BenchTables.number(source.perHour())
                                    + ".svg"),
                    CurvePicture.svg(
                            comparison,
                            changeHours(outcome, source.perHour()),
                            1 / outcome.budgetWeeks()));
        }
        return Files.writeString(
                directory.resolve(NAME + ".md"),
                BenchPage.of(outcome, command, machine, robustness));
    }

    private static double changeHours(BenchOutcome outcome, double perHour) {
        return Times.of(perHour, outcome.plan().quiet()).changeHours();
    }
}
