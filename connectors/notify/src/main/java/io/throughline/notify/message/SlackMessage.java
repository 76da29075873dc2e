package io.throughline.notify.message;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A message for a Slack-compatible incoming webhook: blocks, and a text with the whole message for
 * those that show no blocks, such as Mattermost, and for notifications.
 *
 * <p>Slack reads {@code &}, {@code <} and {@code >} as its own signs, so {@code <!here>} in a
 * customer's words would call everybody; they are escaped as its documentation asks for. Mattermost
 * calls everybody on a plain {@code @channel}; an invisible space after the sign stops it, and
 * {@code parse: none} and {@code link_names: 0} keep Slack from looking for names itself. Sizes
 * stay below Slack's limits: 150 characters in a header, 3,000 in a section, 50 blocks.
 */
public final class SlackMessage {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_HEADER = 150;
    private static final int LONGEST_SECTION = 3_000;
    private static final int LONGEST_TEXT = 12_000;

    /** With these a message of several alerts stays below 50 blocks. */
    private static final int MOST_ALERTS = 4;

    private static final int MOST_QUOTES_OF_SEVERAL = 2;

    private SlackMessage() {}

    /** The body of the request, JSON. */
    public static String of(AlertMessage message) {
        return of(List.of(message));
    }

    /** The body of one request about several alerts, at least one, JSON. */
    public static String of(List<AlertMessage> messages) {
        ObjectNode body = JSON.createObjectNode();
        body.put(
                "text",
                cut(
                        escaped(mark(messages.get(0).tone()) + " " + PlainText.of(messages)),
                        LONGEST_TEXT));
        body.put("mrkdwn", false);
        body.put("parse", "none");
        body.put("link_names", 0);
        body.put("unfurl_links", false);
        body.put("unfurl_media", false);
        List<ObjectNode> blocks = new ArrayList<>();
        int quotes = messages.size() == 1 ? Integer.MAX_VALUE : MOST_QUOTES_OF_SEVERAL;
        for (AlertMessage message : messages.subList(0, Math.min(messages.size(), MOST_ALERTS))) {
            if (!blocks.isEmpty()) {
                blocks.add(JSON.createObjectNode().put("type", "divider"));
            }
            blocks.addAll(blocks(message, quotes));
        }
        body.putArray("blocks").addAll(blocks);
        return body.toString();
    }

    private static List<ObjectNode> blocks(AlertMessage message, int mostQuotes) {
        List<ObjectNode> blocks = new ArrayList<>();
        blocks.add(header(mark(message.tone()) + " " + message.headline()));
        blocks.add(section(escaped(message.status()) + "\n" + escaped(message.summary())));
        StringBuilder facts = new StringBuilder();
        for (Fact fact : message.facts()) {
            String line = "*" + escaped(fact.label()) + ":* " + escaped(fact.text());
            if (facts.length() + line.length() >= LONGEST_SECTION) {
                blocks.add(section(facts.toString()));
                facts.setLength(0);
            }
            facts.append(facts.length() == 0 ? "" : "\n").append(line);
        }
        blocks.add(section(facts.toString()));
        if (!message.carriers().isEmpty()) {
            StringBuilder lines = new StringBuilder("*" + escaped(message.carriersTitle()) + "*");
            message.carriers()
                    .forEach(
                            carrier ->
                                    lines.append("\n• ")
                                            .append(escaped(carrier.channel()))
                                            .append(" *")
                                            .append(escaped(carrier.amount()))
                                            .append("* – ")
                                            .append(escaped(carrier.detail())));
            blocks.add(section(lines.toString()));
        }
        if (!message.terms().isEmpty()) {
            blocks.add(
                    section(
                            "*Words that set this feedback apart*\n"
                                    + escaped(String.join(", ", message.terms()))));
        }
        if (!message.quotes().isEmpty()) {
            blocks.add(section("*What customers say (redacted)*"));
            message.quotes().stream()
                    .limit(mostQuotes)
                    .forEach(quote -> blocks.add(section(quote(quote))));
        }
        if (!message.links().isEmpty()) {
            blocks.add(
                    section(
                            String.join(
                                    "  ·  ",
                                    message.links().stream()
                                            .map(link -> link(link.url(), link.label()))
                                            .toList())));
        }
        return blocks;
    }

    private static String quote(Quote quote) {
        return ">“"
                + escaped(quote.text())
                + "”\n>"
                + quote.url()
                        .map(url -> link(url, quote.origin()))
                        .orElseGet(() -> escaped(quote.origin()));
    }

    private static String link(String url, String label) {
        return "<" + escaped(url) + "|" + escaped(label).replace("|", "¦") + ">";
    }

    private static ObjectNode header(String text) {
        ObjectNode block = JSON.createObjectNode().put("type", "header");
        block.putObject("text")
                .put("type", "plain_text")
                .put("text", cut(escaped(text), LONGEST_HEADER))
                .put("emoji", false);
        return block;
    }

    private static ObjectNode section(String mrkdwn) {
        ObjectNode block = JSON.createObjectNode().put("type", "section");
        block.putObject("text")
                .put("type", "mrkdwn")
                .put("text", cut(mrkdwn, LONGEST_SECTION))
                .put("verbatim", true);
        return block;
    }

    private static String mark(Tone tone) {
        return switch (tone) {
            case TROUBLE -> "🔴";
            case PRAISE -> "🟢";
            case WAITING -> "🟡";
            case OVER -> "✅";
        };
    }

    /** Harmless wherever Slack or one like it reads signs of its own. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "@\u200B");
    }

    /** In UTF-16 units, as Slack counts, and never within an escaped sign. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        String kept = text.substring(0, most - 1);
        int sign = kept.lastIndexOf('&');
        if (sign > kept.length() - "&amp;".length() && kept.indexOf(';', sign) < 0) {
            kept = kept.substring(0, sign);
        }
        if (Character.isHighSurrogate(kept.charAt(kept.length() - 1))) {
            kept = kept.substring(0, kept.length() - 1);
        }
        return kept + "…";
    }
}
