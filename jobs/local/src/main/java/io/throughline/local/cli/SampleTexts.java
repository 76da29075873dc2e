package io.throughline.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/** Texts of a sample file: JSON lines with {@code text}, or a text a line. */
final class SampleTexts {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleTexts() {}

    static List<String> read(List<String> lines) {
        return lines.stream().map(SampleTexts::text).filter(text -> !text.isBlank()).toList();
    }

    private static String text(String line) {
        if (!line.startsWith("{")) {
            return line;
        }
        try {
            return JSON.readTree(line).path("text").asText("");
        } catch (JsonProcessingException e) {
            return line;
        }
    }
}
