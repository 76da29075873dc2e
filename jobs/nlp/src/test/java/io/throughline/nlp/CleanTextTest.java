package io.throughline.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    @AcmeAir @Other: why?            | why?
                    RT @AcmeAir thanks               | thanks
                    thanks @AcmeAir!                 | thanks AcmeAir!
                    mail me at me@acme.example       | mail me at me@acme.example
                    see https://acme.example/a?b=c now | see now
                    see www.acme.example             | see
                    #LoveThis app                    | Love This app
                    so good #thanks                  | so good thanks
                    order #4711                      | order #4711
                    don’t “do” that                  | don't "do" that
                    noooooooo!!!!!!!                 | nooo!!!
                    fish &amp; chips                 | fish & chips
                    """)
    void keepsWhatIsSaidAndDropsWhatIsNot(String raw, String clean) {
        assertThat(CleanText.of(raw).replaceAll(" +", " ")).isEqualTo(clean);
    }

    @Test
    void onlyALinkIsNothing() {
        assertThat(CleanText.of("https://acme.example/x")).isEmpty();
        assertThat(CleanText.of(" \t\u0000\u200B ")).isEmpty();
    }

    @Test
    void lineBreaksStay() {
        assertThat(CleanText.of("one\ntwo")).isEqualTo("one\ntwo");
    }

    @Test
    void halfSurrogatePairsBecomeSpaces() {
        assertThat(CleanText.of("a\uD83D b\uDE00c")).isEqualTo("a b c");
    }

    @Test
    void longTextAndLongWordsAreCut() {
        assertThat(CleanText.of("ab ".repeat(100_000)).length())
                .isLessThanOrEqualTo(CleanText.MAX_CHARS);
        assertThat(CleanText.of("abcd".repeat(1_000)).split(" "))
                .allMatch(word -> word.length() <= CleanText.MAX_WORD_CHARS);
    }

    @Test
    void theCutNeverLeavesHalfAnEmoji() {
        String clean = CleanText.of("x".repeat(2) + "y ".repeat(3_998) + "z😀");

        assertThat(clean.codePoints())
                .noneMatch(codePoint -> Character.getType(codePoint) == Character.SURROGATE);
    }
}
