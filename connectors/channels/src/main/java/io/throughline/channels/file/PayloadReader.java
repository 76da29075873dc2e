package io.throughline.channels.file;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.FileSpec;
import io.throughline.channels.json.Decoded;
import io.throughline.channels.json.FormReader;
import io.throughline.channels.json.JsonDocument;
import io.throughline.channels.json.JsonReader;
import io.throughline.channels.mail.Letters;
import io.throughline.model.FailureReason;
import io.throughline.model.RawEnvelope;
import java.util.regex.Pattern;

/** Reads the payload of an envelope as a tree, however it is written. */
public final class PayloadReader {

    private static final Pattern HTML_PAGE =
            Pattern.compile("\\s{0,100}<(?:!doctype html|html)\\b", Pattern.CASE_INSENSITIVE);

    private final FileSpec file;
    private final int maxDepth;

    /**
     * @param definition says the format
     */
    public PayloadReader(ChannelDefinition definition) {
        this.file = definition.file();
        this.maxDepth = definition.limits().maxDepth();
    }

    /**
     * The payload as a document.
     *
     * @throws RejectedException when it is not written as it should be
     */
    public JsonDocument read(RawEnvelope envelope) {
        Decoded decoded = Decoded.of(envelope.payload(), file.charset());
        return switch (file.format()) {
            case FORM -> FormReader.read(decoded, file.charset());
            case TEXT -> text(decoded, envelope);
            case MAIL -> new JsonDocument(Letters.read(envelope.payload()), 0);
            case AUTO ->
                    FormLines.match(envelope.payload())
                            ? FormReader.read(decoded, file.charset())
                            : JsonReader.read(decoded, maxDepth);
            case JSON, JSONL, CSV -> JsonReader.read(decoded, maxDepth);
        };
    }

    private static JsonDocument text(Decoded decoded, RawEnvelope envelope) {
        if (!decoded.valid()) {
            throw new RejectedException(
                    FailureReason.INVALID_ENCODING, "there are bytes that are no text");
        }
        if (decoded.text().isBlank()) {
            throw new RejectedException(FailureReason.MALFORMED, "there is nothing in it");
        }
        if (HTML_PAGE.matcher(decoded.text()).lookingAt()) {
            throw new RejectedException(
                    FailureReason.MALFORMED, "text is due, and this is an HTML page");
        }
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        record.put("text", decoded.text());
        String name = envelope.headers().get(RawEnvelope.FILE_NAME);
        if (name != null) {
            record.put("fileName", name);
        }
        return new JsonDocument(record, 0);
    }
}
