package io.throughline.domain.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.Author;
import io.throughline.model.Channel;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Operation;
import io.throughline.model.Rating;
import io.throughline.model.Role;
import io.throughline.model.SentimentLabel;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContributionsTest {

    private static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");

    @Test
    void everyStageGetsOneWithItsWeight() {
        assertThat(Contributions.of(Tagged.of(feedback("bad claim and bad bill").build())))
                .containsExactly(
                        new Contribution(
                                "map", "claim", "web", minute(), 0, -750_000, 500_000, "hmac:1",
                                traits()),
                        new Contribution(
                                "map", "bill", "web", minute(), 0, -750_000, 500_000, "hmac:1",
                                traits()));
    }

    @Test
    void whatHasNoStageCountsAsUnassigned() {
        assertThat(Contributions.of(Tagged.of(feedback("good").author(null).build())))
                .containsExactly(
                        new Contribution(
                                "map",
                                "unassigned",
                                "web",
                                minute(),
                                SentimentLabel.POSITIVE.ordinal(),
                                1_000_000,
                                1_000_000,
                                null,
                                traits()));
    }

    @Test
    void whatHasNoSentimentCountsAsAbstained() {
        assertThat(Contributions.of(Tagged.of(feedback("claim").build())))
                .extracting(Contribution::label, Contribution::scoreMicros)
                .containsExactly(org.assertj.core.api.Assertions.tuple(Contribution.ABSTAINED, 0L));
    }

    @Test
    void aDeleteContributesNothing() {
        assertThat(Contributions.of(Tagged.of(feedback(null).operation(Operation.DELETE).build())))
                .isEmpty();
    }

    @Test
    void copiesOfATextAreTold() {
        Traits one = traits("RT @ann Still waiting for 2 adjusters: call me https://t.co/x");
        Traits copy = traits("still waiting for 3 adjusters, CALL me!! https://t.co/y");

        assertThat(one.textHash()).isEqualTo(copy.textHash()).isNotZero();
        assertThat(traits("still waiting for the adjuster to pay").textHash())
                .isNotEqualTo(one.textHash());
        assertThat(traits("still waiting").textHash()).isZero();
    }

    @Test
    void aLongTextIsCutForTheEyeWithoutBreakingACharacter() {
        String text = "x".repeat(Excerpt.MOST_CHARACTERS - 2) + "😀😀";

        assertThat(Contributions.excerpt(Tagged.of(feedback(text).build())).orElseThrow().text())
                .isEqualTo("x".repeat(Excerpt.MOST_CHARACTERS - 2) + "…");
        assertThat(
                        Contributions.excerpt(
                                Tagged.of(feedback("bad").operation(Operation.DELETE).build())))
                .isEmpty();
    }

    @Test
    void aRatingCountsByTheThirdOfItsScale() {
        assertThat(rated(1).rating()).isEqualTo(-1);
        assertThat(rated(3).rating()).isZero();
        assertThat(rated(5).rating()).isEqualTo(1);
    }

    private static Traits rated(int stars) {
        return Contributions.of(Tagged.of(feedback("bad").rating(new Rating(stars, 1, 5)).build()))
                .get(0)
                .traits();
    }

    private static Traits traits(String text) {
        return Contributions.of(Tagged.of(feedback(text).build())).get(0).traits();
    }

    private static Traits traits() {
        return new Traits("web:s:1", 1, "1", null, 0, 0, List.of());
    }

    private static long minute() {
        return AT.getEpochSecond() / 60;
    }

    private static FeedbackBuilder feedback(String text) {
        return new FeedbackBuilder(Channel.WEB, "s", "1")
                .text(text)
                .author(new Author("hmac:1", Role.CUSTOMER))
                .occurredAt(AT)
                .observedAt(AT);
    }
}
