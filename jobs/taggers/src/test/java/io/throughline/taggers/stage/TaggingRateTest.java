package io.throughline.taggers.stage;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.tagging.StageTagger;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.journey.JourneyMap;
import io.throughline.journey.Stage;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records per CPU-second of one thread on short texts; prints the figure, asserts a low floor. */
class TaggingRateTest {

    private static final long NANOS = 1_000_000_000L;
    private static final double FLOOR = 10_000;

    @Test
    void isFarFromBeingTheBottleneck() {
        JourneyMap map = Maps.broadband();
        StageTagger tagger = new CuesAndExamplesEngine().tagger(map);
        List<Verbatim> texts = texts(map);
        texts.forEach(tagger::tag);
        int records = 0;
        long start = cpu();
        while (cpu() - start < NANOS) {
            texts.forEach(tagger::tag);
            records += texts.size();
        }
        double rate = records * (double) NANOS / (cpu() - start);
        System.out.printf("cues-and-examples: %.0f records per CPU-second%n", rate);

        assertThat(rate).isGreaterThan(FLOOR);
    }

    /** Pairs of examples, some 100 characters each. */
    private static List<Verbatim> texts(JourneyMap map) {
        List<String> examples =
                map.stages().stream().map(Stage::examples).flatMap(List::stream).toList();
        List<Verbatim> texts = new ArrayList<>();
        for (String one : examples) {
            for (String other : examples) {
                texts.add(Verbatim.of(one + ". " + other));
            }
        }
        return texts;
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
