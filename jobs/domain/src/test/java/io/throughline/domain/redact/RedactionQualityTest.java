package io.throughline.domain.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RedactionQualityTest {

    private static final double FLOOR = 0.97;

    private final Redactor redactor = new Redactor();

    @Test
    void recallAndPrecisionOfEveryEntityStayAboveTheFloor() {
        Map<String, int[]> counts = new TreeMap<>();
        List<String> wrong = new ArrayList<>();
        for (RedactionCase one : RedactionCase.all()) {
            String actual = redactor.redactText(one.text());
            if (!actual.equals(one.expected())) {
                wrong.add(one.text() + " -> " + actual);
            }
            count(counts, one.expected(), actual);
        }
        counts.forEach(
                (entity, found) -> {
                    assertThat(share(found[0], found[1]))
                            .as("recall of %s; wrong: %s", entity, wrong)
                            .isGreaterThanOrEqualTo(FLOOR);
                    assertThat(share(found[0], found[2]))
                            .as("precision of %s; wrong: %s", entity, wrong)
                            .isGreaterThanOrEqualTo(FLOOR);
                });
        System.out.println(report(counts, wrong));
    }

    @Test
    void theSetIsLargeAndHasBothKinds() {
        List<RedactionCase> cases = RedactionCase.all();

        assertThat(cases).hasSizeGreaterThan(200);
        assertThat(cases.stream().filter(one -> one.text().equals(one.expected())).count())
                .isGreaterThan(60);
    }

    @Test
    void whatIsRedactedIsNotRedactedAgain() {
        for (RedactionCase one : RedactionCase.all()) {
            String once = redactor.redactText(one.text());
            assertThat(redactor.redactText(once)).isEqualTo(once);
        }
    }

    /** Found rightly, due, and found at all. */
    private static void count(Map<String, int[]> counts, String expected, String actual) {
        Map<String, Integer> due = RedactionCase.entities(expected);
        Map<String, Integer> found = RedactionCase.entities(actual);
        boolean isExact = expected.equals(actual);
        due.forEach(
                (entity, times) -> {
                    int[] count = counts.computeIfAbsent(entity, key -> new int[3]);
                    count[0] += isExact ? times : 0;
                    count[1] += times;
                });
        found.forEach(
                (entity, times) -> counts.computeIfAbsent(entity, key -> new int[3])[2] += times);
    }

    private static double share(int of, int all) {
        return all == 0 ? 1 : (double) of / all;
    }

    private static String report(Map<String, int[]> counts, List<String> wrong) {
        StringBuilder report = new StringBuilder();
        counts.forEach(
                (entity, found) ->
                        report.append(
                                "%-14s due %3d  recall %.3f  precision %.3f%n"
                                        .formatted(
                                                entity,
                                                found[1],
                                                share(found[0], found[1]),
                                                share(found[0], found[2]))));
        return report.append("not as expected: ").append(wrong).toString();
    }
}
