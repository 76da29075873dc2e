package io.throughline.channels.cloudevents;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.throughline.model.RawEnvelope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Events whose attributes are HTTP headers. Values of headers are percent-encoded. The body is
 * carried as {@code data_base64}, whatever it is, so that nothing has to be read twice.
 */
final class BinaryMode {

    private static final String PREFIX = "ce-";
    private static final String VERSION = PREFIX + "specversion";
    private static final JsonMapper JSON = new JsonMapper();

    private BinaryMode() {}

    /** The envelope itself, or one with the same event in structured form. */
    static RawEnvelope structured(RawEnvelope envelope) {
        Map<String, String> headers = new TreeMap<>();
        envelope.headers().forEach((name, value) -> headers.put(lower(name), value));
        if (!headers.containsKey(VERSION) || envelope.truncated()) {
            return envelope;
        }
        return envelope.with(event(headers, envelope.payload()));
    }

    private static byte[] event(Map<String, String> headers, byte[] body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            for (Map.Entry<String, String> header : headers.entrySet()) {
                if (header.getKey().startsWith(PREFIX)) {
                    json.writeStringField(
                            header.getKey().substring(PREFIX.length()), decoded(header.getValue()));
                }
            }
            if (headers.containsKey("content-type")) {
                json.writeStringField("datacontenttype", headers.get("content-type"));
            }
            if (body.length > 0) {
                json.writeStringField("data_base64", Base64.getEncoder().encodeToString(body));
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A plus is a plus here, and what is no encoding stays as it is. */
    private static String decoded(String value) {
        if (value.indexOf('%') < 0) {
            return value;
        }
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }
}
