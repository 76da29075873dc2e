package io.throughline.local.demo.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StyleTest {

    private static final Composer COMPOSER = new Composer(List.of());
    private static final String TEXT = "The adjuster never called me back.";

    @Test
    void plainStaysAsItIs() {
        assertThat(type(Style.PLAIN, 1)).isEqualTo(TEXT);
    }

    @Test
    void hastyMistypesAtMostOneWord() {
        int mistyped = 0;
        for (int i = 0; i < 100; i++) {
            String[] before = TEXT.split(" ");
            String[] after = type(Style.HASTY, i).split(" ");
            assertThat(after).hasSameSizeAs(before);
            int changed = 0;
            for (int word = 0; word < before.length; word++) {
                changed += before[word].equals(after[word]) ? 0 : 1;
            }
            assertThat(changed).isLessThanOrEqualTo(1);
            mistyped += changed;
        }
        assertThat(mistyped).isBetween(10, 60);
    }

    @Test
    void lowercaseHasNoCapitals() {
        assertThat(type(Style.LOWERCASE, 1)).isEqualTo(TEXT.toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void loudEndsOnExclamationMarks() {
        assertThat(type(Style.LOUD, 1)).endsWith("!").isNotEqualTo(TEXT);
    }

    @Test
    void emojiIsAddedAtTheEnd() {
        assertThat(type(Style.EMOJI, 1)).startsWith(TEXT + " ").hasSizeGreaterThan(TEXT.length());
    }

    private static String type(Style style, long number) {
        return style.type(TEXT, Feeling.NEGATIVE, COMPOSER, Dice.of(1, "style", number));
    }
}
