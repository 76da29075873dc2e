package io.throughline.channels.text;

import io.throughline.channels.json.Decoded;
import org.jsoup.parser.Parser;

/**
 * Character references of HTML, such as {@code &amp;}, in texts that are otherwise plain: some
 * interfaces escape what people write and call it text.
 */
public final class Entities {

    private Entities() {}

    /** The text with each reference replaced once by what it stands for. */
    public static String decode(String text) {
        return text.indexOf('&') < 0
                ? text
                : Decoded.wellFormed(Parser.unescapeEntities(text, false));
    }
}
