package io.throughline.channels.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Decoded;
import io.throughline.channels.json.Fields;
import io.throughline.channels.json.JsonReader;
import io.throughline.channels.text.HtmlText;
import io.throughline.model.FailureReason;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The data of an event as a record: an object as it is, a text as the {@code text} of one. Data in
 * base64 is what its content type says, JSON where it says nothing.
 */
final class EventData {

    private static final int DEEPEST = 200;

    private EventData() {}

    /**
     * @throws RejectedException {@code UNSUPPORTED} for a content type that is neither JSON nor
     *     text, {@code INVALID_FIELD} for data that is neither object nor text
     */
    static Optional<JsonNode> of(JsonNode event) {
        String type = Fields.lenientText(event, "datacontenttype").orElse("application/json");
        String media = type.replaceAll(";.*", "").strip().toLowerCase(Locale.ROOT);
        boolean json = media.endsWith("/json") || media.endsWith("+json");
        boolean text = media.startsWith("text/");
        if (!json && !text) {
            throw new RejectedException(
                    FailureReason.UNSUPPORTED, "datacontenttype is neither JSON nor text");
        }
        JsonNode data = event.path("data");
        if (Fields.absent(data) && event.path("data_base64").isTextual()) {
            data = decoded(event.path("data_base64").textValue(), json);
        }
        if (Fields.absent(data)) {
            return Optional.empty();
        }
        if (data.isTextual() && media.equals("text/html")) {
            data = JsonNodeFactory.instance.textNode(HtmlText.of(data.textValue()));
        }
        if (data.isTextual()) {
            return data.textValue().isBlank()
                    ? Optional.empty()
                    : Optional.of(JsonNodeFactory.instance.objectNode().set("text", data));
        }
        if (!data.isObject()) {
            throw RejectedException.invalid("data", "is neither an object nor a text");
        }
        return Optional.of(data);
    }

    private static JsonNode decoded(String base64, boolean json) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw RejectedException.invalid("data_base64", "is no base64");
        }
        Decoded decoded = Decoded.of(bytes, StandardCharsets.UTF_8);
        if (!decoded.valid()) {
            throw new RejectedException(
                    FailureReason.INVALID_ENCODING, "the data holds bytes that are no UTF-8");
        }
        if (!json) {
            return JsonNodeFactory.instance.textNode(decoded.text());
        }
        var document = JsonReader.read(decoded, DEEPEST);
        document.flawOf(document.root())
                .ifPresent(
                        flaw -> {
                            throw new RejectedException(flaw, "the data cannot be read");
                        });
        return document.root();
    }
}
