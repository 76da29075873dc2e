package io.throughline.elasticsearch.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RejectionBreakerTest {

    private static final long MINUTE = 60_000;
    private final RejectionBreaker breaker = new RejectionBreaker();

    @Test
    void tripsOnlyAboveFivePercent() {
        assertThat(breaker.record(verdicts(950, 50, "a"), MINUTE)).isEmpty();
        assertThat(breaker.record(verdicts(0, 1, "a"), MINUTE))
                .hasValueSatisfying(
                        why -> assertThat(why).contains("51").contains("1001").contains("400 a"));
    }

    @Test
    void needsFiveHundredItems() {
        assertThat(breaker.record(verdicts(0, 499, "a"), MINUTE)).isEmpty();
        assertThat(breaker.record(verdicts(0, 1, "a"), MINUTE)).isPresent();
    }

    @Test
    void countsEachReasonByItself() {
        assertThat(breaker.record(verdicts(900, 40, "a"), MINUTE)).isEmpty();
        assertThat(breaker.record(verdicts(0, 40, "b"), MINUTE)).isEmpty();
    }

    @Test
    void forgetsAfterAMinute() {
        assertThat(breaker.record(verdicts(0, 499, "a"), MINUTE)).isEmpty();
        assertThat(breaker.record(verdicts(0, 499, "a"), 2 * MINUTE)).isEmpty();
        assertThat(breaker.record(verdicts(0, 1, "a"), 2 * MINUTE + 59_999)).isPresent();
    }

    @Test
    void leavesOutWhatIsTriedAgain() {
        List<Verdict> retries = Collections.nCopies(1000, Verdict.broken("reset", null));
        assertThat(breaker.record(retries, MINUTE)).isEmpty();
        assertThat(breaker.record(verdicts(0, 400, "a"), MINUTE)).isEmpty();
    }

    private static List<Verdict> verdicts(int written, int rejected, String type) {
        List<Verdict> verdicts = new ArrayList<>(Collections.nCopies(written, Verdict.WRITTEN));
        verdicts.addAll(
                Collections.nCopies(rejected, new Verdict(Outcome.REJECTED, 400, type, null)));
        return verdicts;
    }
}
