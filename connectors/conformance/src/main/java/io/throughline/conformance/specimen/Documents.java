package io.throughline.conformance.specimen;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.json.Decoded;
import io.throughline.channels.json.JsonDocument;
import io.throughline.channels.json.JsonReader;
import io.throughline.model.RawEnvelope;
import java.nio.charset.Charset;
import java.util.Optional;

/** Takes envelopes apart, whatever shape they have. */
public final class Documents {

    private final ChannelDefinition definition;
    private final Splitter splitter;

    public Documents(ChannelDefinition definition) {
        this.definition = definition;
        this.splitter = new Splitter(definition);
    }

    /** The parts of an envelope; empty when it is broken. */
    public Optional<Document> of(RawEnvelope envelope) {
        Charset charset = definition.file().charset();
        if (envelope.headers().containsKey(RawEnvelope.CSV_HEADER)) {
            try {
                return Optional.of(new TableRow(envelope, charset, definition.file().delimiter()));
            } catch (RejectedException e) {
                return Optional.empty();
            }
        }
        Decoded decoded = Decoded.of(envelope.payload(), charset);
        if (!decoded.valid() || decoded.text().isBlank()) {
            return Optional.empty();
        }
        try {
            JsonDocument json = JsonReader.read(decoded, definition.limits().maxDepth());
            JsonNode root = json.root();
            if (json.flaws() > 0) {
                return Optional.empty();
            }
            if (root.isContainerNode()) {
                return Optional.of(new JsonTree(envelope, charset, root, splitter));
            }
        } catch (RejectedException e) {
            // no JSON: another shape then
        }
        return FormFields.of(envelope).or(() -> Optional.of(new TextLines(envelope, charset)));
    }
}
