package io.throughline.taggers.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.journey.JourneyMap;
import io.throughline.model.StageTags;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class HostileTextTest {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final StageTagger tagger = new CuesAndExamplesEngine().tagger(Maps.broadband());

    @Test
    void aMegabyteOfOneWordTakesNoLongerThanAPage() {
        soon("a".repeat(1_000_000));
        soon("bill ".repeat(200_000));
        soon("£".repeat(1_000_000));
        soon("😀".repeat(100_000));
    }

    @Test
    void randomCharactersAndHalfSurrogatesAreNoProblem() {
        Random random = new Random(7);
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            noise.append((char) random.nextInt(Character.MAX_VALUE + 1));
        }
        soon(noise.toString());
        soon("bill \uD83D");
    }

    @Test
    void aTurnThatIsCutInsideASurrogatePairIsNoProblem() {
        soon("x".repeat(CuesAndExamplesTagger.MAX_CHARS - 1) + "😀");
    }

    @Test
    void anExpressionThatExplodesIsGivenUpAndTheOthersStillCount() {
        JourneyMap map =
                new JourneyMap(
                        "m",
                        1,
                        List.of(
                                Maps.stage("a", List.of("alpha"), "/(x+x+)+y/"),
                                Maps.stage("b", List.of("beta"), "beta")));
        StageTagger exploding = new CuesAndExamplesEngine().tagger(map);

        StageTags tags =
                Assertions.assertTimeoutPreemptively(
                        SOON, () -> exploding.tag(Verbatim.of("beta " + "x".repeat(5_000))));

        assertThat(tags.stages().get(0).id()).isEqualTo("b");
    }

    private void soon(String text) {
        Assertions.assertTimeoutPreemptively(
                SOON,
                () ->
                        assertThatCode(() -> tagger.tag(Verbatim.of(text)))
                                .doesNotThrowAnyException());
    }
}
