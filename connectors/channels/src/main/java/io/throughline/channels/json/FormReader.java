package io.throughline.channels.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.channels.RejectedException;
import io.throughline.model.FailureReason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * Reads {@code application/x-www-form-urlencoded} (WHATWG URL standard, section 5) into an object
 * of texts; a name that comes again makes a list. Stricter than browsers are: a percent sign
 * without two hexadecimal digits and bytes that are no text are flaws instead of being passed on,
 * because a body that was cut off ends so.
 */
public final class FormReader {

    private final Decoded decoded;
    private final Charset charset;
    private final ObjectNode form = JsonNodeFactory.instance.objectNode();
    private int flaws;

    private FormReader(Decoded decoded, Charset charset) {
        this.decoded = decoded;
        this.charset = charset;
    }

    /**
     * Reads a body.
     *
     * @param charset of the bytes that are written with a percent sign
     * @throws RejectedException {@code MALFORMED} when it is no form
     */
    public static JsonDocument read(Decoded decoded, Charset charset) {
        return new FormReader(decoded, charset).document();
    }

    private JsonDocument document() {
        String text = decoded.text().strip();
        if (text.isEmpty()) {
            throw new RejectedException(FailureReason.MALFORMED, "there is nothing in it");
        }
        if (text.indexOf('=') < 0 || "<{[".indexOf(text.charAt(0)) >= 0) {
            throw new RejectedException(FailureReason.MALFORMED, "this is no form");
        }
        for (int from = 0; from <= text.length(); ) {
            int end = text.indexOf('&', from);
            end = end < 0 ? text.length() : end;
            pair(text.substring(from, end));
            from = end + 1;
        }
        return new JsonDocument(form, flaws);
    }

    private void pair(String pair) {
        if (pair.isEmpty()) {
            return;
        }
        int equals = pair.indexOf('=');
        JsonNode name = value(equals < 0 ? pair : pair.substring(0, equals));
        JsonNode value = value(equals < 0 ? "" : pair.substring(equals + 1));
        String key = name.isTextual() ? name.asText() : "unreadable";
        JsonNode sound = name.isTextual() ? value : name;
        JsonNode before = form.get(key);
        if (before == null) {
            form.set(key, sound);
        } else if (before instanceof ArrayNode list) {
            list.add(sound);
        } else {
            form.putArray(key).add(before).add(sound);
        }
    }

    /** The text, or a flaw. */
    private JsonNode value(String encoded) {
        if (!decoded.valid() && Decoded.holdsInvalidByte(encoded)) {
            return flaw(FailureReason.INVALID_ENCODING);
        }
        if (encoded.indexOf('%') < 0) {
            return JsonNodeFactory.instance.textNode(Decoded.wellFormed(encoded.replace('+', ' ')));
        }
        ByteBuffer bytes = ByteBuffer.wrap(encoded.replace('+', ' ').getBytes(charset));
        ByteBuffer plain = ByteBuffer.allocate(bytes.remaining());
        while (bytes.hasRemaining()) {
            byte b = bytes.get();
            if (b == '%') {
                int high = bytes.remaining() < 2 ? -1 : Character.digit(bytes.get(), 16);
                int low = high < 0 ? -1 : Character.digit(bytes.get(), 16);
                if (low < 0) {
                    return flaw(FailureReason.MALFORMED);
                }
                b = (byte) (high << 4 | low);
            }
            plain.put(b);
        }
        try {
            return JsonNodeFactory.instance.textNode(
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(plain.flip())
                            .toString());
        } catch (CharacterCodingException e) {
            return flaw(FailureReason.INVALID_ENCODING);
        }
    }

    private JsonNode flaw(FailureReason reason) {
        flaws++;
        return Flaw.of(reason);
    }
}
