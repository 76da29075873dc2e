package io.throughline.local.nab;

import java.util.Locale;
import java.util.Map;

/** The report for people. */
public final class NabTables {

    private static final String COLUMNS = "%-24s %8s %8s %7s %10s%n";

    private NabTables() {}

    /** Tables, one a profile, as text. */
    public static String of(NabReport report) {
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s on %d files, %,d rows, %d windows; seed %d%n",
                        report.detector(),
                        report.files(),
                        report.rows(),
                        report.windows(),
                        report.seed()));
        report.profiles().forEach(profile -> append(text, profile));
        return text.toString();
    }

    private static void append(StringBuilder text, ProfileReport report) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "%n%s %.2f with one threshold of %.6f for all files%n",
                        report.profile(),
                        report.all().score(),
                        report.threshold()));
        text.append(String.format(Locale.ROOT, COLUMNS, "", "score", "windows", "found", "false"));
        append(text, "all", report.all());
        for (Map.Entry<String, NabScore> half : report.halves().entrySet()) {
            append(text, half.getKey() + " half", half.getValue());
        }
        report.categories().forEach((category, score) -> append(text, category, score));
        report.files().forEach(file -> append(text, file));
    }

    private static void append(StringBuilder text, String name, NabScore score) {
        text.append(
                String.format(
                        Locale.ROOT,
                        COLUMNS,
                        name,
                        score.windows() == 0
                                ? "-"
                                : String.format(Locale.ROOT, "%.2f", score.score()),
                        score.windows(),
                        score.found(),
                        score.falsePositives()));
    }

    private static void append(StringBuilder text, FileScore file) {
        text.append(
                String.format(
                        Locale.ROOT,
                        "%s%s: %d of %d windows, %d false, weight %.2f; detected at %s%n",
                        file.file(),
                        file.heldOut() ? " (held out)" : "",
                        file.score().found(),
                        file.score().windows(),
                        file.score().falsePositives(),
                        file.score().raw(),
                        file.detected().isEmpty() ? "no row" : String.join(", ", file.detected())));
    }
}
