package io.throughline.nlp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlignmentTest {

    @Test
    void wordsAreFoundInOrder() {
        assertThat(found("good, then good", "good", "then", "good"))
                .containsExactly("0 good", "6 then", "11 good");
    }

    @Test
    void runsAreFoundInTheirFullLength() {
        assertThat(found("sooooo goooood!!!!!", "sooo", "goood", "!!!"))
                .containsExactly("0 sooooo", "7 goooood", "14 !!!!!");
    }

    @Test
    void linksAreNobodysWords() {
        assertThat(found("see https://t.co/bad bad", "see", "bad"))
                .containsExactly("0 see", "21 bad");
    }

    @Test
    void typographicQuotesArePlainOnes() {
        assertThat(found("I’m “fine”", "I", "'m", "\"", "fine"))
                .containsExactly("0 I", "1 ’m", "4 “", "5 fine");
    }

    @Test
    void aWordThatIsNotThereIsLeftOutAndTheRestIsFound() {
        assertThat(found("a &amp; b", "a", "&", "nowhere", "b"))
                .containsExactly("0 a", "2 &", "8 b");
    }

    @Test
    void hashtagWordsAreFoundInsideTheTag() {
        assertThat(found("#NeverAgain", "Never", "Again")).containsExactly("1 Never", "6 Again");
    }

    private static List<String> found(String raw, String... words) {
        List<String> found = new ArrayList<>();
        for (int[] span : Alignment.of(raw, List.of(words))) {
            if (span != null) {
                found.add(span[0] + " " + raw.substring(span[0], span[1]));
            }
        }
        return found;
    }
}
