package io.throughline.taggers.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.tagging.Verbatim;
import io.throughline.taggers.text.CustomerTurns.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowsTest {

    @Test
    void turnsAreJudgedApartWhereTheyStandInTheVerbatim() {
        Verbatim verbatim = turns("Hello.", "  ", "My order is late", "https://x.example");
        List<Turn> parts = Windows.of(verbatim);
        assertThat(parts).extracting(Turn::text).containsExactly("Hello.", "My order is late");
        assertSpans(verbatim, parts);
    }

    @Test
    void aLongTextIsCutAfterSentences() {
        String sentence = "The room was clean and the staff were kind to us. ";
        Verbatim verbatim = turns(sentence.repeat(30).strip());
        List<Turn> parts = Windows.of(verbatim);
        assertThat(parts).isNotEmpty();
        assertThat(parts).allSatisfy(part -> assertThat(part.text()).endsWith("to us."));
        assertSpans(verbatim, parts);
    }

    @Test
    void aTextWithoutSentencesIsCutBetweenWordsAndOneWithoutWordsAnywhere() {
        assertThat(Windows.of(turns("word ".repeat(200).strip())))
                .allSatisfy(part -> assertThat(part.text()).endsWith("word"));
        List<Turn> parts = Windows.of(turns("x" + "👍".repeat(1_000)));
        assertThat(parts)
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.text()).matches("x?(👍)+"));
    }

    @Test
    void ofManyTurnsTheLongestAreReadInTheirOrder() {
        Verbatim call =
                turns(
                        "yes",
                        "it never came at all",
                        "no",
                        "4471",
                        "nobody rang me back",
                        "ok",
                        "I am done with you",
                        "no",
                        "the box was open",
                        "bye",
                        "the lid was gone");
        List<Turn> parts = Windows.of(call);
        assertThat(parts)
                .extracting(Turn::text)
                .containsExactly(
                        "it never came at all",
                        "nobody rang me back",
                        "I am done with you",
                        "the lid was gone");
        assertSpans(call, parts);
    }

    @Test
    void ofALongTextNoMoreIsReadThanHasTime() {
        List<Turn> parts = Windows.of(turns("It was slow and loud. ".repeat(400).strip()));
        assertThat(parts.stream().mapToInt(part -> part.text().length()).sum())
                .isBetween(300, Windows.MAX_ALL_CHARS);
    }

    private static void assertSpans(Verbatim verbatim, List<Turn> parts) {
        for (Turn part : parts) {
            int end = part.start() + part.text().length();
            assertThat(verbatim.text().substring(part.start(), end)).isEqualTo(part.text());
        }
    }

    private static Verbatim turns(String... turns) {
        return new Verbatim(List.of(turns), null, null, null);
    }
}
