package io.throughline.channels.signature;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What Twilio signs of a form: names and values without anything between, sorted by name, and of
 * several equal pairs one.
 *
 * <p>Several spellings stand for the same form, and the signature is over what it stands for. So
 * only the spelling that form encoders write is taken: escapes in upper case, and none for letters
 * and digits. Else a body could be changed under its signature, if not in its meaning.
 */
final class SignedForm {

    /** Twilio sends fewer than a hundred; without a bound a stranger's form could fill the heap. */
    private static final int MAX_FIELDS = 1000;

    private SignedForm() {}

    /** The signed text; empty when the body is no form as encoders write it. */
    static Optional<String> of(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        TreeMap<String, SortedSet<String>> fields = new TreeMap<>();
        String[] pairs = text.isEmpty() ? new String[0] : text.split("&", MAX_FIELDS + 1);
        if (pairs.length > MAX_FIELDS) {
            return Optional.empty();
        }
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            Optional<String> name = decode(pair.substring(0, Math.max(equals, 0)));
            Optional<String> value = decode(pair.substring(equals + 1));
            if (equals < 0 || name.isEmpty() || value.isEmpty()) {
                return Optional.empty();
            }
            fields.computeIfAbsent(name.get(), any -> new TreeSet<>()).add(value.get());
        }
        StringBuilder signed = new StringBuilder();
        fields.forEach((name, values) -> values.forEach(v -> signed.append(name).append(v)));
        return Optional.of(signed.toString());
    }

    private static Optional<String> decode(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int octet = i + 2 < text.length() ? octet(text, i + 1) : -1;
                if (octet < 0) {
                    return Optional.empty();
                }
                bytes.put((byte) octet);
                i += 2;
            } else if (c > ' ' && c < 0x7f) {
                bytes.put((byte) (c == '+' ? ' ' : c));
            } else {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The octet of two digits in upper case; -1 when it is none, or needs no escape. */
    private static int octet(String text, int at) {
        int high = "0123456789ABCDEF".indexOf(text.charAt(at));
        int low = "0123456789ABCDEF".indexOf(text.charAt(at + 1));
        int octet = high * 16 + low;
        boolean plain = octet < 0x80 && Character.isLetterOrDigit(octet);
        return high < 0 || low < 0 || plain ? -1 : octet;
    }
}
