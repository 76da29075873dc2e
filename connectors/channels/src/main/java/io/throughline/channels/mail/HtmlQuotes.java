package io.throughline.channels.mail;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTML without the elements in which mail programs put what was said before, and signatures. Reads
 * from left to right once, so hostile HTML costs no more than its length.
 */
final class HtmlQuotes {

    private static final Pattern QUOTES =
            Pattern.compile(
                    "\\b(?:class|id)\\s*=\\s*[\"']?[^\"'>]*\\b(?:gmail_quote|gmail_quote_container"
                            + "|gmail_attr|gmail_signature|moz-cite-prefix|moz-signature|yahoo_quoted"
                            + "|protonmail_quote|protonmail_signature_block|tutanota_quote"
                            + "|ms-outlook-mobile-signature|mail-editor-reference-message-container"
                            + "|signature)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern REST =
            Pattern.compile(
                    "\\bid\\s*=\\s*[\"']?(?:divRplyFwdMsg|appendonsend|stopSpelling)\\b",
                    Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_TAG = 500;

    private final String html;
    private final StringBuilder kept = new StringBuilder();

    private HtmlQuotes(String html) {
        this.html = html;
    }

    static String without(String html) {
        return new HtmlQuotes(html).read();
    }

    private String read() {
        int from = 0;
        int at = html.indexOf('<');
        while (at >= 0) {
            int end = tagEnd(at);
            String name = name(at + 1);
            if (!name.isEmpty()) {
                String tag = html.substring(at, Math.min(end, at + LONGEST_TAG));
                if (REST.matcher(tag).find()) {
                    kept.append(html, from, at);
                    return kept.toString();
                }
                if (name.equals("blockquote") || QUOTES.matcher(tag).find()) {
                    kept.append(html, from, at).append(' ');
                    end = closing(name, end);
                    from = end;
                }
            }
            at = html.indexOf('<', end);
        }
        return kept.append(html, from, html.length()).toString();
    }

    /** The name of a tag that opens an element; empty for every other. */
    private String name(int start) {
        int end = start;
        while (end < html.length() && Character.isLetterOrDigit(html.charAt(end))) {
            end++;
        }
        return html.substring(start, end).toLowerCase(Locale.ROOT);
    }

    private int tagEnd(int open) {
        if (html.startsWith("<!--", open)) {
            int end = html.indexOf("-->", open);
            return end < 0 ? html.length() : end + 3;
        }
        int end = html.indexOf('>', open);
        return end < 0 ? html.length() : end + 1;
    }

    /** Where an element ends that opened before; one that is never closed reaches to the end. */
    private int closing(String name, int from) {
        Matcher tags =
                Pattern.compile("<(/?)" + name + "\\b", Pattern.CASE_INSENSITIVE).matcher(html);
        int depth = 1;
        int at = from;
        while (tags.find(at)) {
            depth += tags.group(1).isEmpty() ? 1 : -1;
            at = tagEnd(tags.start());
            if (depth == 0) {
                return at;
            }
        }
        return html.length();
    }
}
