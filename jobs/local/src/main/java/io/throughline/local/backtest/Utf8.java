package io.throughline.local.backtest;

import io.throughline.model.FailureReason;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Text in UTF-8, in which bytes that are none leave a mark that no valid text can hold: half of a
 * surrogate pair. So a row is known to be broken without giving up those after it, and a
 * replacement character that somebody wrote stays what it is.
 */
final class Utf8 {

    /** What to say where there is a mark. */
    static final String BROKEN =
            "there are bytes that are no UTF-8; save the file as UTF-8, or convert it, for example"
                    + " with iconv";

    private static final String MARK = "\uDFFF";

    private Utf8() {}

    static BufferedReader reader(InputStream in) {
        return new BufferedReader(
                new InputStreamReader(
                        in,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPLACE)
                                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                                .replaceWith(MARK)),
                1 << 16);
    }

    static boolean broken(String text) {
        return text.contains(MARK);
    }

    /**
     * Does nothing where all of it is text.
     *
     * @throws BadLineException where it is not
     */
    static void check(Iterable<String> texts) {
        for (String text : texts) {
            if (broken(text)) {
                throw new BadLineException(FailureReason.INVALID_ENCODING, BROKEN);
            }
        }
    }
}
