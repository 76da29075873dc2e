package io.throughline.notify.message;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A message as plain text, for terminals, mail and whatever shows nothing else. */
public final class PlainText {

    private static final String BETWEEN = "\n\n" + "-".repeat(72) + "\n\n";

    private static final int LEAST_NAME = 14;
    private static final int LEAST_AMOUNT = 8;

    private PlainText() {}

    /** Several messages, one below the other. */
    public static String of(List<AlertMessage> messages) {
        return messages.stream().map(PlainText::of).collect(Collectors.joining(BETWEEN));
    }

    /** Lines parted by {@code \n}, without one at the end. */
    public static String of(AlertMessage message) {
        StringBuilder text = new StringBuilder();
        text.append(message.headline()).append('\n');
        text.append(message.status()).append("\n\n");
        text.append(message.summary()).append('\n');
        for (Fact fact : message.facts()) {
            text.append("\n").append(fact.label()).append(": ").append(fact.text());
        }
        block(text, message.carriersTitle(), carriers(message.carriers()));
        block(text, "Words that set this feedback apart", message.terms());
        block(
                text,
                "What customers say (redacted)",
                message.quotes().stream().map(PlainText::quote).toList());
        block(
                text,
                "Look",
                message.links().stream().map(link -> link.label() + ": " + link.url()).toList());
        return text.toString();
    }

    private static void block(StringBuilder text, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n\n").append(title);
            lines.forEach(line -> text.append("\n  ").append(line));
        }
    }

    /** Columns as wide as the longest needs. */
    private static List<String> carriers(List<Carrier> carriers) {
        int names = width(carriers, Carrier::channel, LEAST_NAME);
        int amounts = width(carriers, Carrier::amount, LEAST_AMOUNT);
        return carriers.stream()
                .map(
                        carrier ->
                                carrier.channel()
                                        + " ".repeat(names - length(carrier.channel()) + 1)
                                        + " ".repeat(amounts - length(carrier.amount()))
                                        + carrier.amount()
                                        + "   "
                                        + carrier.detail())
                .toList();
    }

    private static int width(List<Carrier> carriers, Function<Carrier, String> column, int least) {
        return carriers.stream().map(column).mapToInt(PlainText::length).reduce(least, Math::max);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String quote(Quote quote) {
        return "“"
                + quote.text()
                + "”\n      "
                + quote.origin()
                + quote.url().map(url -> "\n      " + url).orElse("");
    }
}
