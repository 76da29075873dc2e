package io.throughline.taggers.student;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.tagging.SentimentTagger;
import io.throughline.domain.tagging.Verbatim;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Records per CPU-second of one thread on short texts; prints the figure, asserts a low floor. */
class TaggingRateTest {

    private static final long NANOS = 1_000_000_000L;
    private static final double FLOOR = 5_000;

    @Test
    void isFarFromBeingTheBottleneck() throws IOException {
        SentimentTagger tagger = new StudentEngine().tagger();
        List<Verbatim> texts = texts();
        texts.forEach(tagger::tag);
        int records = 0;
        long start = cpu();
        while (cpu() - start < 2 * NANOS) {
            texts.forEach(tagger::tag);
            records += texts.size();
        }
        double rate = records * (double) NANOS / (cpu() - start);
        System.out.printf("student: %.0f records per CPU-second%n", rate);

        assertThat(rate).isGreaterThan(FLOOR);
    }

    private static List<Verbatim> texts() throws IOException {
        try (InputStream in =
                TaggingRateTest.class.getResourceAsStream("/models/own-corpus-1.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Verbatim::of)
                    .toList();
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
