package io.throughline.channels.mastodon;

import io.throughline.channels.json.Decoded;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * HTML as a person reads it: {@code <br>} and the ends of paragraphs are line breaks, other tags
 * vanish and leave their text, entities are decoded, runs of white space are one space. Parts that
 * Mastodon hides or shortens by style alone (the middle of a long link) stay, so that an address is
 * whole.
 */
final class HtmlText {

    private HtmlText() {}

    static String of(String html) {
        if (html.indexOf('<') < 0 && html.indexOf('&') < 0) {
            return html.strip();
        }
        Lines lines = new Lines();
        Jsoup.parseBodyFragment(html).body().traverse(lines);
        return Decoded.wellFormed(lines.text());
    }

    /** Collects text line by line. */
    private static final class Lines implements NodeVisitor {

        private final StringBuilder text = new StringBuilder();
        private boolean spaceDue;
        private boolean breakDue;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode part) {
                append(part.getWholeText());
            } else if (node instanceof Element element) {
                if (element.normalName().equals("br")) {
                    flushBreak();
                    text.append('\n');
                    spaceDue = false;
                } else if (breaks(element)) {
                    breakDue = true;
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element && breaks(element)) {
                breakDue = true;
            }
        }

        private static boolean breaks(Element element) {
            return element.isBlock() && !element.normalName().equals("body");
        }

        private void append(String part) {
            for (int i = 0; i < part.length(); i++) {
                char c = part.charAt(i);
                if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f') {
                    spaceDue = true;
                } else {
                    flushBreak();
                    if (spaceDue && !atLineStart()) {
                        text.append(' ');
                    }
                    spaceDue = false;
                    text.append(c);
                }
            }
        }

        private void flushBreak() {
            if (breakDue && !atLineStart()) {
                text.append('\n');
            }
            spaceDue &= !breakDue;
            breakDue = false;
        }

        private boolean atLineStart() {
            return text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        }

        String text() {
            return text.toString().strip();
        }
    }
}
