package io.throughline.channels.reddit;

import io.throughline.channels.text.Entities;

/**
 * The words of Reddit's Markdown. Its marks stay, as people write and read them. Character
 * references are decoded: the editor leaves {@code &#x200B;} behind, and unless asked not to, the
 * interface escapes the whole text once more.
 */
final class Markdown {

    private static final String ZERO_WIDTH_SPACE = "\u200B";

    private Markdown() {}

    /**
     * @param escaped whether the interface escaped the text once more
     */
    static String words(String markdown, boolean escaped) {
        String once = Entities.decode(markdown);
        String text = escaped ? Entities.decode(once) : once;
        return text.replace(ZERO_WIDTH_SPACE, "").strip();
    }
}
