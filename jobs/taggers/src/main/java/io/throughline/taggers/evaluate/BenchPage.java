package io.throughline.taggers.evaluate;

import static io.throughline.taggers.evaluate.Markup.element;
import static io.throughline.taggers.evaluate.Markup.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A {@link BenchReport} as a page to look at: {@code index.html} with everything in it. */
public final class BenchPage {

    private BenchPage() {}

    /**
     * Writes the page and the report as {@code report.json} into a directory, which is made when it
     * is not there.
     *
     * @return the page
     * @throws IOException when they cannot be written
     */
    public static Path write(BenchReport report, Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("report.json"), report.json() + "\n");
        return Files.writeString(directory.resolve("index.html"), html(report));
    }

    static String html(BenchReport report) {
        long met = report.promises().stream().filter(Promise::met).count();
        HtmlPage page =
                new HtmlPage(
                        "Taggers on public sets they have not seen",
                        format("%d of %d promises are met.", met, report.promises().size()));
        report.missing()
                .forEach(set -> page.warning("Not measured, since the file is not there: " + set));
        TaskSection section = new TaskSection(report.engines());
        if (!section.isEmpty()) {
            page.heading("Sentiment");
            section.writeTo(page);
        }
        page.heading("What was promised")
                .markup(HtmlPage.card("Of " + report.candidate(), "", promises(report.promises())))
                .heading("What trained what")
                .markup(
                        HtmlPage.card(
                                "Which model tagged which set",
                                "No model may be compared on texts that it has learnt from.",
                                trials(report.trials())));
        return page.html();
    }

    private static String promises(List<Promise> promises) {
        StringBuilder out = new StringBuilder("<table><tr>");
        out.append(element("th", "class=\"text\"", "promise"));
        List.of("due", "found", "").forEach(column -> out.append(element("th", "", column)));
        out.append("</tr>");
        for (Promise one : promises) {
            out.append("<tr>")
                    .append(element("td", "class=\"text\"", one.what()))
                    .append(element("td", "", one.due()))
                    .append(element("td", "", one.found()))
                    .append(
                            element(
                                    "td",
                                    one.met() ? "class=\"met\"" : "class=\"missed\"",
                                    one.met() ? "met" : "missed"))
                    .append("</tr>");
        }
        return out.append("</table>").toString();
    }

    private static String trials(List<Trial> trials) {
        StringBuilder out = new StringBuilder("<table><tr>");
        for (String column : List.of("set", "engine", "model", "its training")) {
            out.append(element("th", "class=\"text\"", column));
        }
        out.append(element("th", "", "rows")).append("</tr>");
        for (Trial trial : trials) {
            out.append("<tr>")
                    .append(element("td", "class=\"text\"", trial.set()))
                    .append(element("td", "class=\"text\"", trial.engine()))
                    .append(element("td", "class=\"text\"", String.valueOf(trial.model())))
                    .append(element("td", "class=\"text\"", BenchTable.training(trial)))
                    .append(element("td", "", format("%,d of %,d", trial.rows(), trial.of())))
                    .append("</tr>");
        }
        return out.append("</table>").toString();
    }
}
