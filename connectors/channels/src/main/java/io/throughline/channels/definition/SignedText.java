package io.throughline.channels.definition;

import io.throughline.channels.definition.VerifySpec.Part;
import io.throughline.channels.definition.VerifySpec.PartKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is signed: {@code rawBody}, or a text such as {@code v0:${timestamp}:${body}}. */
final class SignedText {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");
    private static final String HEADER = "header.";

    private static final Map<String, PartKind> KINDS =
            Map.of(
                    "body", PartKind.BODY,
                    "timestamp", PartKind.TIMESTAMP,
                    "id", PartKind.ID,
                    "url", PartKind.URL,
                    "method", PartKind.METHOD,
                    "form", PartKind.FORM);

    private SignedText() {}

    /**
     * The pieces of a template.
     *
     * @throws IllegalArgumentException when it refers to what is not known, or has no reference
     */
    static List<Part> parse(String template) {
        if (template.equals("rawBody")) {
            return List.of(Part.of(PartKind.BODY));
        }
        List<Part> parts = new ArrayList<>();
        Matcher matcher = REFERENCE.matcher(template);
        int end = 0;
        while (matcher.find()) {
            text(template.substring(end, matcher.start()), parts);
            parts.add(reference(matcher.group(1)));
            end = matcher.end();
        }
        text(template.substring(end), parts);
        return parts;
    }

    private static void text(String text, List<Part> parts) {
        if (!text.isEmpty()) {
            parts.add(new Part(PartKind.TEXT, text));
        }
    }

    private static Part reference(String name) {
        if (name.startsWith(HEADER) && name.length() > HEADER.length()) {
            return new Part(PartKind.HEADER, name.substring(HEADER.length()));
        }
        PartKind kind = KINDS.get(name.toLowerCase(Locale.ROOT));
        if (kind == null) {
            throw new IllegalArgumentException(
                    "'${"
                            + name
                            + "}' is not known; known are ${body}, ${timestamp}, ${id}, ${url},"
                            + " ${form}, ${method} and ${header.NAME}");
        }
        return Part.of(kind);
    }
}
