package io.throughline.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Shows tagged feedback to people: a row and the words below it. */
final class FeedbackTable {

    private static final int WIDTH = 96;
    private static final String FORMAT = "%-20s  %-8s  %-14s  %-28s  %s%n";

    private final PrintStream out;
    private boolean begun;

    FeedbackTable(PrintStream out) {
        this.out = out;
    }

    void row(JsonNode feedback) {
        if (!begun) {
            begun = true;
            out.printf(Locale.ROOT, FORMAT, "WHEN", "RATING", "SENTIMENT", "STAGES", "ID");
        }
        out.printf(
                Locale.ROOT,
                FORMAT,
                feedback.path("occurredAt").asText(),
                rating(feedback.path("rating")),
                sentiment(feedback.path("sentiment")),
                stages(feedback.path("stages")),
                feedback.path("naturalId").asText());
        text(feedback).ifPresent(text -> out.println("    " + text));
    }

    private static String rating(JsonNode rating) {
        return rating.isMissingNode()
                ? "–"
                : rating.path("value").asText() + " of " + rating.path("max").asText();
    }

    private static String sentiment(JsonNode sentiment) {
        if (sentiment.has("label")) {
            return sentiment.path("label").asText()
                    + String.format(Locale.ROOT, " %.2f", sentiment.path("score").asDouble());
        }
        return "–";
    }

    private static String stages(JsonNode stages) {
        List<String> ids = new ArrayList<>();
        stages.forEach(stage -> ids.add(stage.path("id").asText()));
        return ids.isEmpty() ? "–" : String.join(" ", ids);
    }

    private static Optional<String> text(JsonNode feedback) {
        if (feedback.path("operation").asText().equals("delete")) {
            return Optional.of("(taken back)");
        }
        String line = feedback.path("text").asText().replaceAll("\\s+", " ").strip();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        boolean cut = line.codePointCount(0, line.length()) > WIDTH;
        return Optional.of(
                cut ? line.substring(0, line.offsetByCodePoints(0, WIDTH - 1)) + "…" : line);
    }
}
