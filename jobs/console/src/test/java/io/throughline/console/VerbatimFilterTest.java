package io.throughline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.console.VerbatimFilter.Order;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VerbatimFilterTest {

    @Test
    void anEmptyAddressFindsEverythingNewestFirst() {
        assertThat(VerbatimFilter.of(Map.of("q", List.of(" "), "stage", List.of(""))))
                .isEqualTo(new VerbatimFilter("", Map.of(), Set.of(), null, null, Order.NEWEST));
    }

    @Test
    void readsEverythingThatAnAddressCanSay() {
        VerbatimFilter filter =
                VerbatimFilter.of(
                        Map.of(
                                "q", List.of(" \"not paid\" -late "),
                                "stage", List.of("claim", "none", "claim"),
                                "label", List.of("negative"),
                                "rating", List.of("low", "none"),
                                "from", List.of("2026-03-01"),
                                "to", List.of("2026-03-05"),
                                "sort", List.of("best")));

        assertThat(filter)
                .isEqualTo(
                        new VerbatimFilter(
                                "\"not paid\" -late",
                                Map.of(
                                        Facet.STAGE, List.of("claim", "none"),
                                        Facet.LABEL, List.of("negative")),
                                Set.of(RatingPart.LOW, RatingPart.NONE),
                                Instant.parse("2026-03-01T00:00:00Z"),
                                Instant.parse("2026-03-06T00:00:00Z"),
                                Order.BEST));
    }

    @Test
    void timesMayHaveAZone() {
        assertThat(VerbatimFilter.of(Map.of("to", List.of("2026-03-01T10:00:00+01:00"))).until())
                .isEqualTo("2026-03-01T09:00:00Z");
    }

    @Test
    void whatMakesNoSenseIsRefusedWithASentence() {
        refused("from", "yesterday", "a day such as 2026-03-01");
        refused("to", "2026-02-30", "a day such as 2026-03-01");
        refused("to", "+999999999-12-31T00:00:00Z", "a day such as 2026-03-01");
        refused("sort", "random", "newest, oldest, best");
        refused("rating", "5", "low, middle, high, none");
        refused("stage", "x".repeat(301), "300 characters");
        refused("q", "x".repeat(1_001), "1000 characters");
        refused("q", "a ".repeat(60), "50 words");
        refused("q", "claim a*", "after at least 2 letters");
        refused("q", "*", "after at least 2 letters");
        refused("q", "ab* cd* ef* gh* ij* kl*", "5 words with a *");
        refused("q", "(".repeat(20), "brackets");
        assertThatThrownBy(() -> VerbatimFilter.of(Map.of("q", List.of("a", "b"))))
                .hasMessageContaining("more than once");
        assertThatThrownBy(
                        () ->
                                VerbatimFilter.of(
                                        Map.of(
                                                "from", List.of("2026-03-05"),
                                                "to", List.of("2026-03-04"))))
                .hasMessageContaining("not before");
    }

    @Test
    void anyOtherTextIsTakenAsItIs() {
        for (String words : List.of("\"unbalanced", "a AND (b", "\\", "ab*", "{\"x\": 1}")) {
            assertThat(VerbatimFilter.of(Map.of("q", List.of(words))).words()).isEqualTo(words);
        }
    }

    private static void refused(String name, String value, String sentence) {
        assertThatThrownBy(() -> VerbatimFilter.of(Map.of(name, List.of(value))))
                .as(name + "=" + value)
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining(sentence);
    }
}
