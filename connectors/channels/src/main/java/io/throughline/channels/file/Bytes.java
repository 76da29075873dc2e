package io.throughline.channels.file;

import java.util.Arrays;

/** Small questions about bytes in an encoding that holds ASCII. */
final class Bytes {

    static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private Bytes() {}

    static boolean isBlank(byte[] bytes) {
        for (byte b : bytes) {
            if (!isSpace(b)) {
                return false;
            }
        }
        return true;
    }

    static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n';
    }

    static boolean breaksLine(byte b) {
        return b == '\r' || b == '\n';
    }

    /** The bytes without a carriage return at their end. */
    static byte[] withoutLineEnd(byte[] line) {
        boolean returns = line.length > 0 && line[line.length - 1] == '\r';
        return returns ? Arrays.copyOf(line, line.length - 1) : line;
    }
}
