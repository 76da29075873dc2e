package io.throughline.taggers.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.domain.tagging.Evidence;
import io.throughline.taggers.text.CustomerTurns.Turn;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LeaveOneOutTest {

    @Test
    void theWordWithoutWhichTheScoreFallsIsTheEvidence() {
        List<Evidence> found =
                LeaveOneOut.evidence(
                        List.of(new Turn("hi there", 0), new Turn("lovely people, rude app", 9)),
                        LeaveOneOutTest::judge);
        assertThat(found).extracting(Evidence::text).containsExactly("lovely", "rude");
        assertThat(found.get(0).start()).isEqualTo(9);
        assertThat(found.get(0).end()).isEqualTo(15);
        assertThat(found.get(0).contribution()).isPositive();
        assertThat(found.get(1).contribution()).isNegative();
    }

    @Test
    void aLongPartIsTakenInPiecesOfSeveralWordsSoThatTheCostIsBounded() {
        AtomicInteger runs = new AtomicInteger();
        String text = "word ".repeat(200) + "lovely";
        List<Evidence> found =
                LeaveOneOut.evidence(
                        List.of(new Turn(text, 0)),
                        part -> {
                            runs.incrementAndGet();
                            return judge(part);
                        });
        assertThat(runs.get()).isLessThanOrEqualTo(1 + 2 * LeaveOneOut.MOST_PIECES);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).text()).endsWith("lovely");
    }

    @Test
    void nothingCarriedNothing() {
        assertThat(LeaveOneOut.evidence(List.of(), LeaveOneOutTest::judge)).isEmpty();
        assertThat(LeaveOneOut.evidence(List.of(new Turn("a b c", 0)), LeaveOneOutTest::judge))
                .isEmpty();
    }

    private static SentimentDistribution judge(String text) {
        double positive = text.contains("lovely") ? 0.6 : 0.1;
        double negative = text.contains("rude") ? 0.3 : 0.1;
        return new SentimentDistribution(negative, 1 - positive - negative, positive);
    }
}
