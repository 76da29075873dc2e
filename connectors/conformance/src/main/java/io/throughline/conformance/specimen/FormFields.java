package io.throughline.conformance.specimen;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.model.RawEnvelope;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/** The body of a form ({@code application/x-www-form-urlencoded}), as an object of texts. */
final class FormFields implements Document {

    private static final Pattern FORM =
            Pattern.compile("[\\w.%+*\\[\\]-]+=[^&=\\s{]*(?:&[\\w.%+*\\[\\]-]+=[^&=\\s{]*)*\\s*");

    private final RawEnvelope envelope;
    private final ObjectNode fields = JsonNodeFactory.instance.objectNode();

    private FormFields(RawEnvelope envelope, String text) {
        this.envelope = envelope;
        for (String pair : text.strip().split("&")) {
            int equals = pair.indexOf('=');
            fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
    }

    /** The form; empty when the payload does not look like one. */
    static Optional<Document> of(RawEnvelope envelope) {
        String text = new String(envelope.payload(), StandardCharsets.UTF_8);
        try {
            return FORM.matcher(text).matches()
                    ? Optional.of(new FormFields(envelope, text))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public RawEnvelope envelope() {
        return envelope;
    }

    @Override
    public List<JsonNode> records() {
        return List.of(fields);
    }

    @Override
    public boolean holdsMany() {
        return false;
    }

    @Override
    public RawEnvelope with(List<JsonNode> records) {
        StringJoiner body = new StringJoiner("&");
        records.get(0)
                .properties()
                .forEach(
                        field -> {
                            JsonNode value = field.getValue();
                            String text =
                                    value.isNull()
                                            ? ""
                                            : value.isValueNode()
                                                    ? value.asText()
                                                    : value.toString();
                            body.add(encoded(field.getKey()) + "=" + encoded(text));
                        });
        return envelope.with(body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
