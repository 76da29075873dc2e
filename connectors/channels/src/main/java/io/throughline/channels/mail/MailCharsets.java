package io.throughline.channels.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The text of a part. What senders declare is often wrong or nothing: where the bytes are not what
 * is declared, they are UTF-8 if they can be, else Windows-1252, which nearly every byte is.
 */
final class MailCharsets {

    private static final int MOST_KNOWN = 200;
    private static final int LONGEST_KNOWN = 40;

    /** The JDK searches all its providers for a name that it does not know, each time anew. */
    private static final Map<String, Optional<Charset>> KNOWN = new ConcurrentHashMap<>();

    private MailCharsets() {}

    static String decode(byte[] bytes, String declared) {
        return of(declared)
                .flatMap(charset -> strictly(bytes, charset))
                .orElseGet(() -> MailHeaders.text(bytes));
    }

    private static Optional<Charset> of(String name) {
        if (name == null) {
            return Optional.empty();
        }
        Optional<Charset> known = KNOWN.get(name);
        if (known == null) {
            known = named(name);
            if (KNOWN.size() < MOST_KNOWN && name.length() <= LONGEST_KNOWN) {
                KNOWN.put(name, known);
            }
        }
        return known;
    }

    private static Optional<Charset> named(String name) {
        try {
            return Optional.of(Charset.forName(name.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
