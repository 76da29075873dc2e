package io.throughline.taggers.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.tagging.Verbatim;
import io.throughline.taggers.text.CustomerTurns.Turn;
import java.util.List;
import java.util.stream.IntStream;
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
        assertThat(parts).hasSizeBetween(3, 4);
        assertThat(parts).allSatisfy(part -> assertThat(part.text()).endsWith("to us."));
        assertSpans(verbatim, parts);
    }

    @Test
    void aTextWithoutSentencesIsCutBetweenWordsAndOneWithoutWordsAnywhere() {
        assertThat(Windows.of(turns("word ".repeat(200).strip())))
                .allSatisfy(part -> assertThat(part.text()).endsWith("word"));
        List<Turn> parts = Windows.of(turns("x" + "👍".repeat(1_000)));
        assertThat(parts)
                .allSatisfy(part -> assertThat(part.text()).matches("x?(👍)+"))
                .hasSizeGreaterThan(3);
    }

    @Test
    void ofManyTurnsTheFirstAndMoreOfTheLastAreRead() {
        String[] many = IntStream.range(0, 20).mapToObj(i -> "turn " + i).toArray(String[]::new);
        assertThat(Windows.of(turns(many)))
                .extracting(Turn::text)
                .containsExactly(
                        "turn 0", "turn 1", "turn 2", "turn 15", "turn 16", "turn 17", "turn 18",
                        "turn 19");
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
