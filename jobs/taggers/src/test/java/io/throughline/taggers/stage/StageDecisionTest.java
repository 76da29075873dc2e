package io.throughline.taggers.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.Abstention;
import io.throughline.model.StageTag;
import org.junit.jupiter.api.Test;

class StageDecisionTest {

    private static final double[] SHARES = {0.38, 0.1, 0.32, 0.2};
    private static final double[] SURER = {0.6, 0.1, 0.2, 0.1};

    private final StageDecision decision = new StageDecision(Maps.broadband(), "test", 0.6, 0.3);

    @Test
    void whatNoWordConnectsWithTheMapNeedsMoreConfidence() {
        assertThat(decision.of(SHARES, 1, () -> false).abstention()).isEqualTo(Abstention.UNSURE);
        assertThat(decision.of(SHARES, 1, () -> true).stages())
                .extracting(StageTag::id)
                .containsExactly(stage(0), stage(2));
    }

    @Test
    void whatIsLikeAStageWithoutItsWordsIsAnsweredWhenThatIsPlain() {
        assertThat(decision.of(SURER, 1, () -> false).stages())
                .extracting(StageTag::id)
                .containsExactly(stage(0));
    }

    @Test
    void aWordOfTheMapDoesNotMakeUpForHavingNothingToGoBy() {
        assertThat(decision.of(SHARES, 0.5, () -> true).abstention()).isEqualTo(Abstention.UNSURE);
    }

    private static String stage(int index) {
        return Maps.broadband().stages().get(index).id();
    }
}
