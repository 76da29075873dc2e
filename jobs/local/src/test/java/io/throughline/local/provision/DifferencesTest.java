package io.throughline.local.provision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {

    @Test
    void namesEachFieldAndNotTheOrderOfThem() {
        JsonNode before = json("{\"a\": 1, \"b\": {\"c\": [1, 2], \"d\": true}}");
        JsonNode after = json("{\"b\": {\"d\": false, \"c\": [1, 2]}, \"a\": 1.0, \"e\": null}");

        assertThat(paths(Differences.between(before, after))).containsExactly("b.d", "e");
        assertThat(paths(Differences.between(after, before))).containsExactly("b.d", "e");
    }

    @Test
    void leavesToTheServerWhatItAdds() {
        JsonNode server = json("{\"a\": [{\"b\": 1, \"own\": 2}], \"own\": 3}");
        JsonNode wanted = json("{\"a\": [{\"b\": 1}]}");

        assertThat(Differences.missing(server, wanted)).isEmpty();
        assertThat(paths(Differences.between(server, wanted))).containsExactly("a[0].own", "own");
        assertThat(paths(Differences.missing(server, json("{\"a\": [{\"b\": 2}]}"))))
                .containsExactly("a[0].b");
        assertThat(paths(Differences.missing(server, json("{\"a\": []}")))).containsExactly("a");
    }

    @Test
    void fieldsAreAddedAndTypesAreNotChanged() {
        FieldChanges changes =
                FieldChanges.of(
                        json(
                                """
                                {"dynamic": "true", "properties": {
                                  "a": {"type": "keyword", "ignore_above": 256},
                                  "b": {"properties": {"c": {"type": "long"}}},
                                  "t": {"type": "text"}, "own": {"type": "long"}}}\
                                """),
                        json(
                                """
                                {"dynamic": "strict", "properties": {
                                  "a": {"type": "keyword", "ignore_above": 1024},
                                  "b": {"properties": {"c": {"type": "long"}, "d": {"type": "date"}}},
                                  "t": {"type": "keyword"}}}\
                                """));

        assertThat(changes.additions())
                .isEqualTo(
                        json(
                                """
                                {"dynamic": "strict", "properties": {
                                  "a": {"type": "keyword", "ignore_above": 1024},
                                  "b": {"properties": {"d": {"type": "date"}}}}}\
                                """));
        assertThat(paths(changes.compatible())).containsExactly("dynamic", "a.ignore_above", "b.d");
        assertThat(paths(changes.conflicts())).containsExactly("t");
    }

    @ParameterizedTest
    @CsvSource({
        "cx-*, cx-feedback-*, true",
        "*, cx-alerts, true",
        "cx-feedback-2026-*, cx-feedback-*, true",
        "*-01, cx-signals-*, true",
        "cx-alerts, cx-alerts, true",
        "cx-alerts-*, cx-alerts, false",
        "logs-*, cx-feedback-*, false",
        "cx-feed, cx-feedback-*, false"
    })
    void patternsOverlapWhenANameMatchesBoth(String one, String other, boolean overlap) {
        assertThat(Patterns.overlap(one, other)).isEqualTo(overlap);
        assertThat(Patterns.overlap(other, one)).isEqualTo(overlap);
    }

    private static List<String> paths(List<Difference> differences) {
        return differences.stream().map(Difference::path).toList();
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
