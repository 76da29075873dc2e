package io.throughline.taggers.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Optional;

/** Rows of JSON lines, an object a line; blank lines are passed over. */
final class JsonRows implements LabelRows {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String name;
    private final RowParser rows;
    private final BufferedReader in;
    private long line;

    /**
     * @param name of the file, for messages
     */
    JsonRows(String name, BufferedReader in, RowParser rows) {
        this.name = name;
        this.rows = rows;
        this.in = in;
    }

    @Override
    public Optional<LabelRow> next() throws IOException {
        String text;
        do {
            line++;
            try {
                text = in.readLine();
            } catch (CharacterCodingException e) {
                throw LabelFileException.unreadable(name, line, e);
            }
            if (text == null) {
                return Optional.empty();
            }
        } while (text.isBlank());
        try {
            return Optional.of(rows.row(line, RowFields.of(object(text))));
        } catch (IllegalArgumentException e) {
            throw LabelFileException.at(name, line, e.getMessage());
        }
    }

    private JsonNode object(String text) {
        JsonNode node;
        try {
            node = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw LabelFileException.at(name, line, "this is no JSON: " + e.getOriginalMessage());
        }
        if (!node.isObject()) {
            throw LabelFileException.at(name, line, "a JSON object is due");
        }
        return node;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
