package io.throughline.contestants.series;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.detect.numeric.SeriesEngine;
import io.throughline.domain.detect.numeric.SeriesScorer;
import java.time.Instant;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SeriesEnginesTest {

    @Test
    void allAreFoundByTheirIds() {
        assertThat(ServiceLoader.load(SeriesEngine.class))
                .extracting(SeriesEngine::id)
                .contains("metronome", "null", "random", "windowed-gaussian");
    }

    @Test
    void nothingTellsReadingsApartForTheNullDetector() {
        assertThat(scores(new NullEngine().scorer(1), 3)).containsExactly(0.5, 0.5, 0.5);
    }

    @Test
    void diceAreThoseOfTheirSeed() {
        RandomEngine engine = new RandomEngine();

        assertThat(scores(engine.scorer(1), 5))
                .isEqualTo(scores(engine.scorer(1), 5))
                .isNotEqualTo(scores(engine.scorer(2), 5))
                .allMatch(score -> score >= 0 && score < 1)
                .doesNotHaveDuplicates();
    }

    @Test
    void theMetronomeFiresEveryFiveHundredReadings() {
        List<Double> scores = scores(new MetronomeEngine().scorer(1), 1_001);

        assertThat(scores.stream().filter(score -> score == 1)).hasSize(3);
        assertThat(scores.get(500)).isEqualTo(1);
    }

    private static List<Double> scores(SeriesScorer scorer, int readings) {
        return DoubleStream.generate(() -> scorer.score(Instant.EPOCH, 1))
                .limit(readings)
                .boxed()
                .toList();
    }
}
