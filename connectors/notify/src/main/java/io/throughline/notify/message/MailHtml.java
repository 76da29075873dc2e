package io.throughline.notify.message;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The HTML of a mail. Styles stand at the elements, because mail readers drop style sheets; what
 * others wrote is isolated with {@code bdi}, so that right-to-left words leave the lines around
 * them alone.
 */
final class MailHtml {

    private static final String CELL = "padding:4px 12px 4px 0;vertical-align:top;text-align:left";
    private static final String NUMBER =
            "padding:4px 12px 4px 0;vertical-align:top;text-align:right;white-space:nowrap";
    private static final String TITLE = "font-size:15px;margin:20px 0 6px";

    private final StringBuilder html = new StringBuilder();

    private MailHtml() {}

    static String of(List<AlertMessage> messages) {
        return new MailHtml().document(messages);
    }

    private String document(List<AlertMessage> messages) {
        html.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>")
                .append(escaped(messages.get(0).headline()))
                .append("</title></head>\n")
                .append("<body style=\"font-family:sans-serif;font-size:14px;line-height:1.45;")
                .append("color:#1c1e21;max-width:720px\">\n");
        messages.forEach(this::message);
        return html.append("</body>\n</html>\n").toString();
    }

    private void message(AlertMessage message) {
        html.append(
                        "<h1 style=\"font-size:20px;margin:0 0 4px;padding-left:10px;border-left:6px solid ")
                .append(colour(message.tone()))
                .append("\">")
                .append(escaped(message.headline()))
                .append("</h1>\n");
        html.append("<p style=\"margin:0 0 12px;color:#5a6068\">")
                .append(escaped(message.status()))
                .append("</p>\n<p>")
                .append(escaped(message.summary()))
                .append("</p>\n");
        facts(message.facts());
        carriers(message);
        list("Words that set this feedback apart", message.terms());
        quotes(message.quotes());
        links(message.links());
    }

    private void facts(List<Fact> facts) {
        html.append("<table style=\"border-collapse:collapse\">\n");
        for (Fact fact : facts) {
            html.append("<tr><th scope=\"row\" style=\"")
                    .append(CELL)
                    .append(";white-space:nowrap\">")
                    .append(escaped(fact.label()))
                    .append("</th><td style=\"")
                    .append(CELL)
                    .append("\">")
                    .append(escaped(fact.text()))
                    .append("</td></tr>\n");
        }
        html.append("</table>\n");
    }

    private void carriers(AlertMessage message) {
        if (message.carriers().isEmpty()) {
            return;
        }
        title(message.carriersTitle());
        html.append("<table style=\"border-collapse:collapse\">\n");
        for (Carrier carrier : message.carriers()) {
            html.append("<tr><td style=\"")
                    .append(CELL)
                    .append("\">")
                    .append(escaped(carrier.channel()))
                    .append("</td><td style=\"")
                    .append(NUMBER)
                    .append("\"><strong>")
                    .append(escaped(carrier.amount()))
                    .append("</strong></td><td style=\"")
                    .append(CELL)
                    .append("\">")
                    .append(escaped(carrier.detail()))
                    .append("</td></tr>\n");
        }
        html.append("</table>\n");
    }

    private void list(String title, List<String> items) {
        if (!items.isEmpty()) {
            title(title);
            html.append("<p>")
                    .append(
                            items.stream()
                                    .map(item -> "<bdi>" + escaped(item) + "</bdi>")
                                    .collect(Collectors.joining(", ")))
                    .append("</p>\n");
        }
    }

    private void quotes(List<Quote> quotes) {
        if (quotes.isEmpty()) {
            return;
        }
        title("What customers say (redacted)");
        for (Quote quote : quotes) {
            html.append("<blockquote style=\"margin:0 0 10px;padding:2px 0 2px 12px;")
                    .append("border-left:3px solid #c9ced6\">“<bdi>")
                    .append(escaped(quote.text()))
                    .append("</bdi>”<br><span style=\"color:#5a6068\">")
                    .append(
                            quote.url()
                                    .map(url -> anchor(url, quote.origin()))
                                    .orElseGet(() -> escaped(quote.origin())))
                    .append("</span></blockquote>\n");
        }
    }

    private void links(List<Link> links) {
        if (!links.isEmpty()) {
            html.append("<p>")
                    .append(
                            links.stream()
                                    .map(link -> anchor(link.url(), link.label()))
                                    .collect(Collectors.joining(" · ")))
                    .append("</p>\n");
        }
    }

    private void title(String title) {
        html.append("<h2 style=\"")
                .append(TITLE)
                .append("\">")
                .append(escaped(title))
                .append("</h2>\n");
    }

    private static String anchor(String url, String label) {
        return "<a href=\""
                + escaped(url)
                + "\" rel=\"noreferrer noopener\">"
                + escaped(label)
                + "</a>";
    }

    private static String colour(Tone tone) {
        return switch (tone) {
            case TROUBLE -> "#c62828";
            case PRAISE -> "#2e7d32";
            case WAITING -> "#b07d00";
            case OVER -> "#546e7a";
        };
    }

    /** Harmless in text and in quoted attributes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
