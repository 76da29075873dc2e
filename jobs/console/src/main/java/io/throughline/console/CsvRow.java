package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.console.LiveView.Tag;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a table of feedback after RFC 4180: values parted by commas, lines by CR LF, quotes
 * doubled within quotes.
 *
 * <p>A spreadsheet takes a value that begins with {@code =}, {@code +}, {@code -}, {@code @}, a tab
 * or a line break for a formula and may carry it out, and customers write what they like. Such a
 * text gets an apostrophe before it. Numbers are ours and stay as they are.
 */
final class CsvRow {

    /** What the columns are called. */
    static final String HEADER =
            "id,occurredAt,channel,source,touchpoint,sentiment,score,confidence,stages,rating,"
                    + "ratingMin,ratingMax,language,text,url\r\n";

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvRow() {}

    /** The line of a document. */
    static String of(JsonNode source) {
        JsonNode sentiment = source.path("sentiment");
        JsonNode rating = source.path("rating");
        List<String> cells = new ArrayList<>();
        cells.add(text(source, "id"));
        cells.add(text(source, "occurredAt"));
        cells.add(text(source, "channel"));
        cells.add(text(source, "source"));
        cells.add(text(source, "touchpoint"));
        cells.add(text(sentiment, "label"));
        cells.add(number(sentiment, "score"));
        cells.add(number(sentiment, "confidence"));
        cells.add(stages(source.path("stages")));
        cells.add(number(rating, "value"));
        cells.add(number(rating, "min"));
        cells.add(number(rating, "max"));
        cells.add(text(source, "language"));
        cells.add(text(source, "text"));
        cells.add(text(source, "url"));
        return String.join(",", cells) + "\r\n";
    }

    /** A line that says something about the table, in its first column. */
    static String remark(String sentence) {
        return cell("# " + sentence) + "\r\n";
    }

    /** {@code claim:0.7;quote:0.3}, heaviest first. */
    private static String stages(JsonNode stages) {
        List<String> parts = new ArrayList<>();
        for (Tag tag : Verbatims.stages(stages)) {
            parts.add(tag.id() + ":" + tag.weight());
        }
        return cell(String.join(";", parts));
    }

    private static String number(JsonNode node, String name) {
        return node.path(name).isNumber() ? node.path(name).asText() : "";
    }

    private static String text(JsonNode node, String name) {
        String text = Verbatims.text(node, name);
        return text == null ? "" : cell(text);
    }

    /** A text as a value: harmless, and quoted where it must be. */
    static String cell(String text) {
        if (text.isEmpty()) {
            return text;
        }
        String harmless = FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean plain = harmless.chars().noneMatch(c -> c == ',' || c == '"' || c < ' ');
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
