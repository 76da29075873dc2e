package io.throughline.channels.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/**
 * Bytes read as text, strictly. A byte that is not part of any character becomes a lone low
 * surrogate, which no valid text decodes to: so the text can still be split into records, and only
 * the record that holds the byte is refused.
 *
 * @param text without byte order mark
 * @param valid whether every byte was part of a character
 */
public record Decoded(String text, boolean valid) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char FIRST_ESCAPE = '\uDC80';
    private static final char LAST_ESCAPE = '\uDCFF';
    private static final char REPLACEMENT = '\uFFFD';

    /** Decodes the bytes. */
    public static Decoded of(byte[] bytes, Charset charset) {
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        float most = Math.max(1, decoder.maxCharsPerByte());
        CharBuffer out = CharBuffer.allocate((int) (bytes.length * most) + 1);
        boolean valid = true;
        CoderResult result = decoder.decode(in, out, true);
        while (result.isError()) {
            valid = false;
            for (int i = result.length(); i > 0; i--) {
                out.put((char) (FIRST_ESCAPE | (in.get() & 0x7F)));
            }
            result = decoder.decode(in, out, true);
        }
        decoder.flush(out);
        out.flip();
        if (out.hasRemaining() && out.get(0) == BYTE_ORDER_MARK) {
            out.get();
        }
        return new Decoded(out.toString(), valid);
    }

    /** Whether text taken from an invalid whole holds one of its invalid bytes. */
    static boolean holdsInvalidByte(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_ESCAPE
                    && c <= LAST_ESCAPE
                    && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    /** The text with every lone surrogate replaced by U+FFFD, so that it can be encoded again. */
    public static String wellFormed(String text) {
        StringBuilder changed = null;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
                continue;
            }
            changed = changed == null ? new StringBuilder(text) : changed;
            changed.setCharAt(i, REPLACEMENT);
        }
        return changed == null ? text : changed.toString();
    }
}
