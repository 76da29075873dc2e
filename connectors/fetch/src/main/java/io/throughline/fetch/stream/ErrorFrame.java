package io.throughline.fetch.stream;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Tells a message that is no record but says that the stream is in trouble: {@code {"$type":
 * "error", "error": NAME}} as Bluesky's Jetstream has it, or a list of {@code errors} without
 * {@code data} as X has it. Only names made of letters are shown: the rest could be anything.
 */
final class ErrorFrame {

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{0,60}");
    private static final String UNNAMED = "error";

    private ErrorFrame() {}

    /** The error's name; empty when the message is none. */
    static Optional<String> name(JsonNode message) {
        String type = message.path("$type").asText("");
        if (type.equals("error") || type.endsWith("#error")) {
            return Optional.of(shown(message.path("error").asText("")));
        }
        if (message.path("errors").isArray()
                && !message.path("errors").isEmpty()
                && message.path("data").isMissingNode()) {
            return Optional.of(shown(message.path("errors").path(0).path("title").asText("")));
        }
        return Optional.empty();
    }

    /** Whether the place we asked to go on from is what is wrong. */
    static boolean isAboutThePlace(String name) {
        return name.contains("Cursor");
    }

    private static String shown(String name) {
        return NAME.matcher(name).matches() ? name : UNNAMED;
    }
}
