package io.throughline.channels.scaffold;

import io.throughline.channels.json.Decoded;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * What character set a payload is in: UTF-8 when it can be, since hardly any other text is valid
 * UTF-8 by accident. Otherwise the one, of two, in which its high bytes make words: Cyrillic texts
 * consist of high bytes, Western ones hold one now and then.
 */
final class Encodings {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Charset CYRILLIC = Charset.forName("windows-1251");

    /** Share of high bytes among the letters above which a text is no Western one. */
    private static final double MOSTLY = 0.5;

    private Encodings() {}

    static Charset of(byte[] bytes) {
        if (Decoded.of(bytes, StandardCharsets.UTF_8).valid()) {
            return StandardCharsets.UTF_8;
        }
        int high = 0;
        int letters = 0;
        for (byte b : bytes) {
            high += b < 0 ? 1 : 0;
            letters += b < 0 || Character.isLetter(b) ? 1 : 0;
        }
        return high > MOSTLY * letters ? CYRILLIC : WESTERN;
    }
}
