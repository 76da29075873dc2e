package io.throughline.taggers.evaluate;

import static io.throughline.taggers.evaluate.Markup.element;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A page that needs nothing but itself: style and pictures are in it. */
final class HtmlPage {

    private static final String STYLE = "report.css";

    private final StringBuilder body = new StringBuilder();
    private final String title;

    HtmlPage(String title, String lead) {
        this.title = title;
        body.append(element("h1", "", title)).append(element("p", "class=\"lead\"", lead));
    }

    HtmlPage warning(String text) {
        body.append(element("p", "class=\"warning\"", text));
        return this;
    }

    HtmlPage heading(String text) {
        body.append(element("h2", "", text));
        return this;
    }

    HtmlPage note(String text) {
        body.append(element("p", "class=\"note\"", text));
        return this;
    }

    /** Markup that was made before. */
    HtmlPage markup(String markup) {
        body.append(markup);
        return this;
    }

    /** A picture or a table with a title and a sentence on how to read it. */
    static String card(String title, String note, String markup) {
        return "<section class=\"card\">"
                + element("h3", "", title)
                + (note.isEmpty() ? "" : element("p", "class=\"note\"", note))
                + "<div class=\"scroll\">"
                + markup
                + "</div></section>";
    }

    /** Cards side by side where there is room. */
    static String grid(String... cards) {
        return "<div class=\"grid\">" + String.join("", cards) + "</div>";
    }

    String html() {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + element("title", "", title)
                + "<style>"
                + style()
                + "</style></head><body><main>"
                + body
                + "</main></body></html>\n";
    }

    private static String style() {
        try (InputStream in = HtmlPage.class.getResourceAsStream(STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the style is in the jar", e);
        }
    }
}
