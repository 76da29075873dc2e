package io.throughline.kibana;

import io.throughline.json.Unicode;
import java.util.regex.Pattern;

/** Words of a journey map where Kibana shows them: on one line, not longer than can be read. */
public final class Words {

    /** Characters of a label; about two lines of a tile. */
    private static final int LONGEST = 80;

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");
    private static final Pattern DIRECTION = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern PUNCTUATION = Pattern.compile("[\\p{Punct}]");

    private Words() {}

    /** The text as a label or a title; Kibana shows these as text, so nothing is escaped. */
    public static String label(String text) {
        String line = line(text);
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
    }

    /** The text in Markdown, where each mark means itself, HTML and the bars of a table too. */
    public static String markdown(String text) {
        return PUNCTUATION.matcher(line(text)).replaceAll("\\\\$0");
    }

    /** The text as a value in Kibana's query language, where each mark means itself. */
    public static String quoted(String text) {
        return '"' + Unicode.repair(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String line(String text) {
        String straight = DIRECTION.matcher(Unicode.repair(text)).replaceAll("");
        return CONTROL.matcher(straight).replaceAll(" ").strip();
    }
}
