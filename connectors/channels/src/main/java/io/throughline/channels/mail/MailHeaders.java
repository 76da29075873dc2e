package io.throughline.channels.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;

/**
 * Header fields, unfolded and with encoded words (RFC 2047) decoded. Of several of one name the
 * first counts. Raw bytes beyond ASCII are UTF-8 (RFC 6532), else Windows-1252.
 */
final class MailHeaders {

    private static final Charset LATIN = Charset.forName("windows-1252");

    private final Map<String, String> values = new HashMap<>();

    void add(Field field) {
        byte[] raw =
                field.getRaw() == null
                        ? field.getBody().getBytes(StandardCharsets.UTF_8)
                        : field.getRaw().toByteArray();
        String text = text(raw);
        String body = field.getRaw() == null ? text : text.substring(text.indexOf(':') + 1);
        String unfolded = body.replaceAll("\\r?\\n(?=[ \\t])", "").replaceAll("[\\r\\n]", " ");
        values.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), decoded(unfolded.strip()));
    }

    Optional<String> first(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
    }

    void clear() {
        values.clear();
    }

    static String text(byte[] raw) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
        } catch (CharacterCodingException e) {
            return new String(raw, LATIN);
        }
    }

    private static String decoded(String text) {
        if (!text.contains("=?")) {
            return text;
        }
        try {
            return DecoderUtil.decodeEncodedWords(text, DecodeMonitor.SILENT);
        } catch (RuntimeException e) {
            return text;
        }
    }
}
