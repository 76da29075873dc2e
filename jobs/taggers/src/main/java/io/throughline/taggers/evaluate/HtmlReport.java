package io.throughline.taggers.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** An {@link EvaluationReport} as a page to look at: {@code index.html} with everything in it. */
public final class HtmlReport {

    private HtmlReport() {}

    /**
     * Writes the page and the report as {@code report.json} into a directory, which is made when it
     * is not there.
     *
     * @return the page
     * @throws IOException when they cannot be written
     */
    public static Path write(EvaluationReport report, Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("report.json"), report.json() + "\n");
        return Files.writeString(directory.resolve("index.html"), html(report));
    }

    static String html(EvaluationReport report) {
        HtmlPage page = new HtmlPage("How well the taggers agree with people", lead(report));
        report.warnings().forEach(page::warning);
        for (Task task : Task.values()) {
            List<EngineReport> engines =
                    report.engines().stream().filter(e -> e.task().equals(task.id())).toList();
            TaskSection section = new TaskSection(engines);
            if (!section.isEmpty()) {
                page.heading(task == Task.SENTIMENT ? "Sentiment" : "Stage");
                section.writeTo(page);
            }
        }
        return page.markup(footer(report)).html();
    }

    private static String lead(EvaluationReport report) {
        return Markup.format(
                "%,d labelled rows: %s.",
                report.rows(),
                report.files().stream()
                        .map(file -> Markup.format("%s (%,d)", file.domain(), file.taken()))
                        .collect(Collectors.joining(", ")));
    }

    private static String footer(EvaluationReport report) {
        return "<footer>"
                + report.files().stream()
                        .map(
                                file ->
                                        Markup.element(
                                                "div",
                                                "",
                                                Markup.format(
                                                        "%s: %,d of %,d rows, sha256 %s",
                                                        file.file(),
                                                        file.taken(),
                                                        file.rows(),
                                                        file.sha256())))
                        .collect(Collectors.joining())
                + Markup.element(
                        "div",
                        "",
                        report.threads() == 1
                                ? "One thread tagged, all engines in turn on the same rows."
                                : report.threads() + " threads tagged at a time.")
                + "</footer>";
    }
}
