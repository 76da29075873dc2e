package io.throughline.local.backtest;

import io.throughline.alert.Alert;
import io.throughline.local.picture.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes a picture of each series, and a page with all of them. */
public final class Pictures {

    private static final String HEAD =
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>Backtest</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            :root { color-scheme: light dark } body { font: 14px/1.5 system-ui, sans-serif; max-width: 1000px; margin: 24px auto; padding: 0 16px }
            img { width: 100%; height: auto; margin: 8px 0 24px } td, th { white-space: nowrap; padding: 2px 14px 2px 0; text-align: left; vertical-align: top } td.n { text-align: right }
            </style></head><body><h1>Backtest</h1>
            """;

    private Pictures() {}

    /**
     * Writes them into a directory, which is made when it is not there.
     *
     * @return the page
     */
    public static Path write(
            Path directory, SeriesRecorder recorder, List<Alert> alerts, List<Incident> incidents)
            throws IOException {
        Files.createDirectories(directory);
        StringBuilder page = new StringBuilder(HEAD);
        page.append(table(alerts));
        int number = 0;
        for (Map.Entry<String, Series> one : recorder.series().entrySet()) {
            String name = fileName(one.getKey(), ++number);
            Files.writeString(
                    directory.resolve(name),
                    new SeriesPicture(one.getKey(), one.getValue(), alerts, incidents).svg());
            page.append("<img src=\"")
                    .append(name)
                    .append("\" alt=\"")
                    .append(Picture.escape(one.getKey()))
                    .append("\">\n");
        }
        return Files.writeString(
                directory.resolve("index.html"), page.append("</body></html>\n").toString());
    }

    /** A page with one picture in it. */
    static String page(String svg) {
        return HEAD + svg + "</body></html>\n";
    }

    /** Stage ids may be anything a file name must not be. */
    static String fileName(String stage, int number) {
        String plain = stage.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
        String shortened = plain.substring(0, Math.min(40, plain.length()));
        return String.format(Locale.ROOT, "%02d-%s.svg", number, shortened);
    }

    private static String table(List<Alert> alerts) {
        if (alerts.isEmpty()) {
            return "<p>No alerts.</p>\n";
        }
        StringBuilder table =
                new StringBuilder(
                        "<table><tr><th>stage</th><th>direction</th><th>onset</th><th>fired</th>"
                                + "<th>ended</th><th>state</th><th>expected</th><th>observed</th>"
                                + "<th>n</th></tr>\n");
        for (Alert alert : alerts) {
            table.append(
                    String.format(
                            Locale.ROOT,
                            "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td>"
                                    + "<td class=\"n\">%s</td><td class=\"n\">%s</td>"
                                    + "<td class=\"n\">%d</td></tr>%n",
                            Picture.escape(alert.stage()),
                            alert.direction().id(),
                            alert.onset().at(),
                            alert.firedAt(),
                            alert.resolvedAt() == null ? "" : alert.resolvedAt(),
                            alert.state().id(),
                            figure(alert, alert.figures().expected()),
                            figure(alert, alert.figures().observed()),
                            alert.figures().count()));
        }
        return table.append("</table>\n").toString();
    }

    private static String figure(Alert alert, double value) {
        return switch (alert.direction()) {
            case DROP, RISE -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
            case VOLUME_SURGE, VOLUME_COLLAPSE -> String.format(Locale.ROOT, "%.1f", value);
        };
    }
}
