package io.throughline.domain.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.StageSignal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.datasketches.hll.HllSketch;
import org.junit.jupiter.api.Test;

class SignalFactsTest {

    private static final SignalKey KEY = new SignalKey("map", "claim", "web", 29_543_346);

    @Test
    void everyFactIsCounted() {
        SignalFacts facts = new SignalFacts();
        List.of(
                        contribution(0, -1_000_000, "a"),
                        contribution(1, 0, "b"),
                        contribution(2, 1_000_000, "a"),
                        contribution(2, 500_000, null),
                        contribution(Contribution.ABSTAINED, 0, "c"))
                .forEach(one -> facts.apply(new Change(one, Change.ADD)));

        StageSignal signal = facts.toSignal(KEY);

        assertThat(signal.windowStart()).isEqualTo(Instant.parse("2026-03-04T05:06:00Z"));
        assertThat(signal.window()).isEqualTo(Duration.ofMinutes(1));
        assertThat(signal.change()).isEqualTo(5);
        assertThat(signal.count()).isEqualTo(5);
        assertThat(signal.negative()).isEqualTo(1);
        assertThat(signal.neutral()).isEqualTo(1);
        assertThat(signal.positive()).isEqualTo(2);
        assertThat(signal.abstained()).isEqualTo(1);
        assertThat(signal.weightMicros()).isEqualTo(5 * 250_000);
        assertThat(signal.scoreMicros()).isEqualTo(500_000);
        assertThat(signal.squaredScoreMicros()).isEqualTo(2_250_000);
        assertThat(LongStream.of(signal.scoreHistogram()).sum()).isEqualTo(4);
        assertThat(signal.scoreHistogram()[0]).isEqualTo(1);
        assertThat(signal.scoreHistogram()[10]).isEqualTo(1);
        assertThat(signal.scoreHistogram()[15]).isEqualTo(1);
        assertThat(signal.scoreHistogram()[19]).isEqualTo(1);
        assertThat(signal.authors()).isEqualTo(3);
        assertThat(HllSketch.heapify(signal.authorSketch()).getEstimate()).isBetween(2.9, 3.1);
    }

    @Test
    void whatIsTakenBackLeavesNothingButTheNumberOfChanges() {
        SignalFacts facts = new SignalFacts();
        Contribution one = contribution(0, -333_333, "a");
        facts.apply(new Change(one, Change.ADD));
        facts.apply(new Change(one, Change.RETRACT));
        SignalFacts empty = new SignalFacts();
        empty.change = 2;

        assertThat(facts.isEmpty()).isTrue();
        assertThat(facts.toSignal(KEY)).isEqualTo(empty.toSignal(KEY));
    }

    @Test
    void anAuthorOfSeveralIsThereUntilTheLastIsTakenBack() {
        SignalFacts facts = new SignalFacts();
        facts.apply(new Change(contribution(0, -1, "a"), Change.ADD));
        facts.apply(new Change(contribution(2, 1, "a"), Change.ADD));
        facts.apply(new Change(contribution(0, -1, "a"), Change.RETRACT));
        assertThat(facts.toSignal(KEY).authors()).isEqualTo(1);

        facts.apply(new Change(contribution(2, 1, "a"), Change.RETRACT));
        assertThat(facts.toSignal(KEY).authors()).isZero();
    }

    private static Contribution contribution(int label, long scoreMicros, String author) {
        return new Contribution(
                KEY.journey(),
                KEY.stage(),
                KEY.channel(),
                KEY.minute(),
                label,
                scoreMicros,
                250_000,
                author,
                Traits.NONE);
    }
}
