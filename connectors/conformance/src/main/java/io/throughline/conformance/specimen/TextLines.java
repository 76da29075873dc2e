package io.throughline.conformance.specimen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.throughline.model.RawEnvelope;
import java.nio.charset.Charset;
import java.util.List;
import java.util.StringJoiner;

/** Any other text, such as a transcript or a mail: one record, a list of lines. */
final class TextLines implements Document {

    private final RawEnvelope envelope;
    private final Charset charset;
    private final String lineBreak;
    private final ArrayNode lines = JsonNodeFactory.instance.arrayNode();

    TextLines(RawEnvelope envelope, Charset charset) {
        this.envelope = envelope;
        this.charset = charset;
        String text = new String(envelope.payload(), charset);
        this.lineBreak = text.contains("\r\n") ? "\r\n" : "\n";
        for (String line : text.split("\r?\n", -1)) {
            lines.add(line);
        }
    }

    @Override
    public RawEnvelope envelope() {
        return envelope;
    }

    @Override
    public List<JsonNode> records() {
        return List.of(lines);
    }

    @Override
    public Values values() {
        return Values.LINES;
    }

    @Override
    public boolean holdsMany() {
        return false;
    }

    @Override
    public RawEnvelope with(List<JsonNode> records) {
        StringJoiner text = new StringJoiner(lineBreak);
        for (JsonNode line : records.get(0)) {
            text.add(line.isValueNode() ? line.asText() : line.toString());
        }
        return envelope.with(text.toString().getBytes(charset));
    }
}
