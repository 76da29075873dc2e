package io.throughline.channels.text;

import io.throughline.channels.json.Decoded;
import java.util.Locale;
import java.util.Set;
import org.jsoup.parser.Parser;

/**
 * HTML as a person reads it: {@code <br>} and paragraphs are line breaks, other tags vanish and
 * leave their text, entities are decoded, runs of white space are one space. Parts that a page
 * hides or shortens by style alone (the middle of a long link) stay, so that an address is whole.
 *
 * <p>Reads from left to right and builds no tree: to build one from hostile HTML takes time that
 * grows with the square of its length, and for the text alone no tree is needed.
 */
public final class HtmlText {

    private static final Set<String> BLOCKS =
            Set.of(
                    "p",
                    "div",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "blockquote",
                    "pre",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "hr",
                    "table",
                    "tr",
                    "section",
                    "article",
                    "header",
                    "footer",
                    "figure",
                    "figcaption");
    private static final Set<String> UNREAD = Set.of("script", "style");

    private final String html;
    private final TextLines lines = new TextLines();
    private int at;

    private HtmlText(String html) {
        this.html = html;
    }

    /** The text of a piece of HTML; what holds neither tag nor entity is it already. */
    public static String of(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html.strip();
        }
        HtmlText reader = new HtmlText(html);
        reader.read();
        return Decoded.wellFormed(reader.lines.text());
    }

    private void read() {
        int textStart = 0;
        while (at < html.length()) {
            int open = html.indexOf('<', at);
            if (open < 0) {
                break;
            }
            at = open;
            if (beginsTag(open + 1)) {
                text(textStart, open);
                tag();
                textStart = at;
            } else {
                at++;
            }
        }
        text(textStart, html.length());
    }

    /** A less-than sign before anything else, as in {@code 1 < 2}, is one. */
    private boolean beginsTag(int next) {
        if (next >= html.length()) {
            return false;
        }
        char c = html.charAt(next);
        return Character.isLetter(c) || c == '/' || c == '!' || c == '?';
    }

    private void text(int from, int to) {
        if (from < to) {
            String text = html.substring(from, to);
            lines.append(text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false));
        }
    }

    /** Passes over a tag or comment; one that is cut off reaches to the end. */
    private void tag() {
        if (html.startsWith("<!--", at)) {
            at = after("-->", at + 4);
            return;
        }
        int nameStart = html.charAt(at + 1) == '/' ? at + 2 : at + 1;
        int nameEnd = nameStart;
        while (nameEnd < html.length() && Character.isLetterOrDigit(html.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = html.substring(nameStart, nameEnd).toLowerCase(Locale.ROOT);
        boolean opens = nameStart == at + 1;
        at = tagEnd(nameEnd);
        if (name.equals("br")) {
            lines.lineBreak();
        } else if (BLOCKS.contains(name)) {
            lines.paragraph();
        } else if (opens && UNREAD.contains(name)) {
            at = after("</" + name, at);
            at = tagEnd(at);
        }
    }

    private int tagEnd(int from) {
        char quote = 0;
        for (int i = from; i < html.length(); i++) {
            char c = html.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return i + 1;
            } else if ((c == '"' || c == '\'') && i > 0 && html.charAt(i - 1) == '=') {
                quote = c;
            }
        }
        return html.length();
    }

    private int after(String mark, int from) {
        for (int i = from; i <= html.length() - mark.length(); i++) {
            if (html.regionMatches(true, i, mark, 0, mark.length())) {
                return i + mark.length();
            }
        }
        return html.length();
    }
}
