package io.throughline.taggers.text;

import static io.throughline.taggers.text.TokensTest.marked;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopesTest {

    @Test
    void aNegationReachesFourWordsUpToTheNextMark() {
        assertThat(negated("this is not a good app at all really great"))
                .containsExactly("a", "good", "app", "at", "all", "really");
        assertThat(negated("not good, great")).containsExactly("good");
        assertThat(negated("it doesn't work and I am happy")).containsExactly("work");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "the service has never been this good",
                "I couldn't be happier",
                "can't thank you enough",
                "can't wait to use it",
                "not only friendly",
                "nothing but praise",
                "never without help"
            })
    void whatPraisesTurnsNothingRound(String text) {
        assertThat(negated(text))
                .doesNotContain("good", "happier", "thank", "friendly", "help")
                .doesNotContain("praise", "wait");
    }

    @Test
    void aSecondNegationTakesTheFirstBack() {
        assertThat(negated("I can't say it isn't good")).doesNotContain("good");
    }

    @Test
    void whatStandsBeforeAButIsConceded() {
        Tokens tokens = Tokens.of("It was late. The room was nice but the staff rude. Bye");

        assertThat(marked(tokens, Mark.CONCEDED)).containsExactly("the", "room", "was", "nice");
        assertThat(marked(tokens, Mark.ASSERTED)).contains("staff", "rude").doesNotContain("bye");
    }

    @Test
    void anAlthoughConcedesUpToTheComma() {
        Tokens tokens = Tokens.of("Although it was slow, they helped");

        assertThat(marked(tokens, Mark.CONCEDED)).contains("slow").doesNotContain("helped");
        assertThat(marked(tokens, Mark.ASSERTED)).contains("helped");
    }

    @Test
    void notOnlyButAlsoIsNoContrast() {
        assertThat(marked(Tokens.of("not only cheap but also good"), Mark.ASSERTED)).isEmpty();
    }

    @Test
    void theWholeSentenceIsAsked() {
        Tokens tokens = Tokens.of("I am fine. Where is my bag?");

        assertThat(marked(tokens, Mark.ASKED)).containsExactly("where", "is", "my", "bag", "?");
    }

    @Test
    void aWishReachesToTheEndOfItsClause() {
        assertThat(marked(Tokens.of("it would be nice if it worked. Good."), Mark.UNREAL))
                .contains("nice", "worked")
                .doesNotContain("good");
    }

    private static List<String> negated(String text) {
        return marked(Tokens.of(text), Mark.NEGATED);
    }
}
