package io.throughline.conformance.parsing;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Payloads broken at random. */
final class Mutations {

    private static final int WAYS = 6;
    private static final int LONGEST_PIECE = 40;
    private static final String[] PIECES = {
        "null",
        "{}",
        "[]",
        "-1",
        "1e999",
        "\"\"",
        "true",
        "\\ud800",
        "\"",
        "{",
        "]",
        ",",
        ":",
        "\n",
        "\n\n",
        "data:",
        "&",
        "=",
        "%",
        "%ff",
        "%zz",
        "-->",
        "\r\n\r\n",
        "\u202e",
        "[[",
        "(((((",
        "\u0000",
        "9".repeat(LONGEST_PIECE),
        "&#xD800;",
        "<",
        "99999999-99-99",
        "\uD83D\uDE00"
    };

    private Mutations() {}

    /** One to three changes of the bytes; never empty. */
    static byte[] of(byte[] original, Random random) {
        byte[] bytes = original.length == 0 ? new byte[] {'x'} : original;
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            int at = random.nextInt(bytes.length);
            int to = Math.min(bytes.length, at + random.nextInt(1 + random.nextInt(LONGEST_PIECE)));
            bytes =
                    switch (random.nextInt(WAYS)) {
                        case 0 -> flipped(bytes, at, random);
                        case 1 -> replaced(bytes, at, to, new byte[0]);
                        case 2 -> replaced(bytes, at, at, Arrays.copyOfRange(bytes, at, to));
                        case 3 -> Arrays.copyOf(bytes, Math.max(1, at));
                        case 4 -> replaced(bytes, at, to, piece(random));
                        default -> valueReplaced(bytes, at, random);
                    };
        }
        return bytes;
    }

    private static byte[] piece(Random random) {
        return PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] flipped(byte[] bytes, int at, Random random) {
        byte[] copy = bytes.clone();
        copy[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        return copy;
    }

    /** Replaces a whole value after a colon or an equals sign, so that the rest stays readable. */
    private static byte[] valueReplaced(byte[] bytes, int from, Random random) {
        int sign = from;
        while (sign < bytes.length && bytes[sign] != ':' && bytes[sign] != '=') {
            sign++;
        }
        int end = sign + 1;
        while (end < bytes.length && ",}&\n".indexOf(bytes[end]) < 0) {
            end++;
        }
        return sign >= bytes.length
                ? bytes
                : replaced(bytes, sign + 1, Math.min(end, bytes.length), piece(random));
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] with) {
        byte[] result = new byte[bytes.length - (to - from) + with.length];
        System.arraycopy(bytes, 0, result, 0, from);
        System.arraycopy(with, 0, result, from, with.length);
        System.arraycopy(bytes, to, result, from + with.length, bytes.length - to);
        return result.length == 0 ? new byte[] {'x'} : result;
    }
}
