package io.throughline.channels.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;

/**
 * The text of a part. What senders declare is often wrong or nothing: where the bytes are not what
 * is declared, they are UTF-8 if they can be, else Windows-1252, which nearly every byte is.
 */
final class MailCharsets {

    private MailCharsets() {}

    static String decode(byte[] bytes, String declared) {
        return of(declared)
                .flatMap(charset -> strictly(bytes, charset))
                .orElseGet(() -> MailHeaders.text(bytes));
    }

    private static Optional<Charset> of(String name) {
        try {
            return name == null ? Optional.empty() : Optional.of(Charset.forName(name.strip()));
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
