package io.throughline.domain.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.model.StageSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SignalsTest {

    @Test
    void factsAddUpAndTheWindowSpansAll() {
        StageSignal merged =
                Signals.merge(
                        List.of(signal("claim", "web", 0, 0, 3), signal("claim", "web", 9, 2, 2)));

        assertThat(merged.stage()).isEqualTo("claim");
        assertThat(merged.channel()).isEqualTo("web");
        assertThat(merged.windowStart()).isEqualTo(Instant.EPOCH);
        assertThat(merged.window()).isEqualTo(Duration.ofMinutes(10));
        assertThat(merged.count()).isEqualTo(5);
        assertThat(merged.negative()).isEqualTo(3);
        assertThat(merged.positive()).isEqualTo(2);
        assertThat(merged.change()).isEqualTo(5);
        assertThat(merged.authors()).as("two of the three wrote twice").isEqualTo(3);
        assertThat(Signals.labelled(merged)).isEqualTo(5);
        assertThat(Signals.meanScore(merged)).isEqualTo((3 * -0.5 + 2 * 0.5) / 5);
    }

    @Test
    void whatPartsDifferInIsSeveral() {
        StageSignal merged =
                Signals.merge(
                        List.of(
                                signal("claim", "web", 0, 0, 1),
                                signal("claim", "phone", 0, 0, 1)));

        assertThat(merged.stage()).isEqualTo("claim");
        assertThat(merged.channel()).isEqualTo(Signals.SEVERAL);
    }

    @Test
    void theOrderOfThePartsDoesNotMatter() {
        List<StageSignal> parts =
                new ArrayList<>(
                        IntStream.range(0, 40)
                                .mapToObj(at -> signal("claim", "web", at, 2, at % 7))
                                .toList());
        StageSignal merged = Signals.merge(parts);
        Collections.shuffle(parts, new Random(7));

        assertThat(Signals.merge(parts)).isEqualTo(merged);
    }

    @Test
    void distinctAuthorsOfManyWindowsAreEstimatedWithinAFewPercent() {
        List<StageSignal> parts = new ArrayList<>();
        for (int minute = 0; minute < 50; minute++) {
            SignalFacts facts = new SignalFacts();
            for (int author = 0; author < 200; author++) {
                String key = "hmac:" + (minute * 100 + author);
                facts.apply(
                        new Change(
                                new Contribution(
                                        "map", "claim", "web", minute, 0, -1, 1, key, Traits.NONE),
                                Change.ADD));
            }
            parts.add(facts.toSignal(new SignalKey("map", "claim", "web", minute)));
        }

        assertThat(Signals.merge(parts).authors()).isBetween(4_600L, 5_600L);
    }

    @Test
    void nothingCannotBeMerged() {
        assertThatThrownBy(() -> Signals.merge(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static StageSignal signal(
            String stage, String channel, long minute, int label, int authors) {
        SignalFacts facts = new SignalFacts();
        for (int author = 0; author < authors; author++) {
            long score = label == 0 ? -500_000 : 500_000;
            facts.apply(
                    new Change(
                            new Contribution(
                                    "map",
                                    stage,
                                    channel,
                                    minute,
                                    label,
                                    score,
                                    1_000_000,
                                    "hmac:" + author,
                                    Traits.NONE),
                            Change.ADD));
        }
        return facts.toSignal(new SignalKey("map", stage, channel, minute));
    }
}
