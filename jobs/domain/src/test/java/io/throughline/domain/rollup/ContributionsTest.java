package io.throughline.domain.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.Author;
import io.throughline.model.Channel;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Operation;
import io.throughline.model.Role;
import io.throughline.model.SentimentLabel;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ContributionsTest {

    private static final Instant AT = Instant.parse("2026-03-04T05:06:07Z");

    @Test
    void everyStageGetsOneWithItsWeight() {
        assertThat(Contributions.of(Tagged.of(feedback("bad claim and bad bill").build())))
                .containsExactly(
                        new Contribution(
                                "map", "claim", "web", minute(), 0, -750_000, 500_000, "hmac:1"),
                        new Contribution(
                                "map", "bill", "web", minute(), 0, -750_000, 500_000, "hmac:1"));
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
                                null));
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
