package io.throughline.domain.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RetractionsTest {

    private static final Contribution CLAIM = contribution("claim", 0);
    private static final Contribution BILL = contribution("bill", 0);

    @Test
    void whatStaysTheSameWritesNothing() {
        assertThat(Retractions.between(List.of(CLAIM, BILL), List.of(BILL, CLAIM), null)).isEmpty();
    }

    @Test
    void anEditTakesBackTheOldAndAddsTheNew() {
        Contribution happier = contribution("claim", 2);

        assertThat(Retractions.between(List.of(CLAIM, BILL), List.of(happier, BILL), null))
                .containsExactly(
                        new Change(CLAIM, Change.RETRACT), new Change(happier, Change.ADD));
    }

    @Test
    void aDeleteTakesBackEverything() {
        assertThat(Retractions.between(List.of(CLAIM), List.of(), null))
                .containsExactly(new Change(CLAIM, Change.RETRACT));
    }

    @Test
    void aNewFeedbackAddsEverything() {
        assertThat(Retractions.between(List.of(), List.of(CLAIM), null))
                .containsExactly(new Change(CLAIM, Change.ADD));
    }

    private static Contribution contribution(String stage, int label) {
        return new Contribution(
                "map", stage, "web", 1, label, -500_000, 1_000_000, "hmac:1", Traits.NONE);
    }
}
