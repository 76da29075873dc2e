package io.throughline.domain.redact;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A text and what must become of it. */
record RedactionCase(String text, String expected) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\[([A-Z]+(?:_[A-Z0-9]+)*)\\]");
    private static final Pattern UNICODE = Pattern.compile("\\\\u([0-9A-F]{4})");

    static List<RedactionCase> all() {
        try (InputStream in = RedactionCase.class.getResourceAsStream("/redact/cases.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new RedactionCase(unescape(cells[0]), unescape(cells[1])))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Entity type to how many placeholders of it the text has. */
    static Map<String, Integer> entities(String text) {
        Map<String, Integer> entities = new TreeMap<>();
        PLACEHOLDER
                .matcher(text)
                .results()
                .map((MatchResult result) -> result.group(1))
                .forEach(entity -> entities.merge(entity, 1, Integer::sum));
        return entities;
    }

    private static String unescape(String text) {
        String unicode =
                UNICODE.matcher(text)
                        .replaceAll(
                                match ->
                                        String.valueOf(
                                                (char) Integer.parseInt(match.group(1), 16)));
        return unicode.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
    }
}
