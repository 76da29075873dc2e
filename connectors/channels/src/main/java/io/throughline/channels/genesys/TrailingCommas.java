package io.throughline.channels.genesys;

import java.util.Arrays;

/**
 * JSON without the commas that some exports leave before a closing bracket. Works on bytes, which
 * is sound for UTF-8: no part of a longer character looks like a bracket, a comma or a quote.
 */
final class TrailingCommas {

    private TrailingCommas() {}

    /** The same bytes when there are none. */
    static byte[] removed(byte[] json) {
        byte[] kept = new byte[json.length];
        int size = 0;
        int lastComma = -1;
        boolean text = false;
        for (int i = 0; i < json.length; i++) {
            byte b = json[i];
            if (text) {
                if (b == '\\' && i + 1 < json.length) {
                    kept[size++] = b;
                    b = json[++i];
                } else if (b == '"') {
                    text = false;
                }
            } else if (b == ',') {
                lastComma = size;
            } else if (b == ']' || b == '}') {
                if (lastComma >= 0) {
                    kept[lastComma] = ' ';
                }
                lastComma = -1;
            } else if (!isSpace(b)) {
                text = b == '"';
                lastComma = -1;
            }
            kept[size++] = b;
        }
        return Arrays.equals(kept, json) ? json : kept;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
