package io.throughline.channels.generic;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.Fixtures;
import io.throughline.channels.Outcome;
import io.throughline.model.FailureReason;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.Rating;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GenericRecordTest {

    private static final String TIME = "\"createdAt\": \"2026-03-02T08:00:00Z\"";

    private static List<Outcome> outcomes(String json) {
        return Fixtures.parser("webhook").parse(Fixtures.envelope("webhook", json));
    }

    private static Feedback read(String fields) {
        return Fixtures.only(outcomes("{\"id\": \"1\", " + TIME + ", " + fields + "}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"nps\": 9                               | 9  | 0 | 10",
                "\"Star Rating\": 4                       | 4  | 1 | 5",
                "\"csat_score\": \"3,5\"                  | 3.5| 1 | 5",
                "\"effort\": 6                            | 6  | 1 | 7",
                "\"score\": 0                             | 0  | 0 | 10",
                "\"rating\": 80, \"scale\": 100           | 80 | 0 | 100",
                "\"rating\": 0, \"scale\": \"0-4\"        | 0  | 0 | 4",
                "\"rating\": 7, \"scale\": 7              | 7  | 1 | 7",
                "\"score\": -2, \"min\": -3, \"max\": 3   | -2 | -3| 3",
                "\"rating\": {\"value\": 8, \"max\": 10}  | 8  | 1 | 10"
            })
    void ratingsAreOnTheirScale(String fields, double value, double min, double max) {
        assertThat(read(fields).rating()).isEqualTo(new Rating(value, min, max));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"2026-03-02T09:00:00+01:00\" | 2026-03-02T08:00:00Z",
                "\"2026-03-02\"                | 2026-03-02T00:00:00Z",
                "1772438400                    | 2026-03-02T08:00:00Z",
                "\"1772438400\"                | 2026-03-02T08:00:00Z",
                "1772438400000                 | 2026-03-02T08:00:00Z",
                "1772438400000000              | 2026-03-02T08:00:00Z",
                "1.7724384e9                   | 2026-03-02T08:00:00Z"
            })
    void timesAreToldByTheirLength(String time, String expected) {
        Feedback feedback =
                Fixtures.only(outcomes("{\"id\": \"1\", \"text\": \"x\", \"ts\": " + time + "}"));

        assertThat(feedback.occurredAt()).hasToString(expected);
    }

    @Test
    void whatIsWrappedComesBeforeItsWrapping() {
        Feedback feedback =
                Fixtures.only(
                        outcomes(
                                "{\"id\": \"event\", \"data\": {\"id\": \"inner\", \"text\": \"x\", "
                                        + TIME
                                        + "}}"));

        assertThat(feedback.naturalId()).isEqualTo("inner");
    }

    @Test
    void namesAndAddressesOfPeopleBecomeNoExtras() {
        Feedback feedback =
                read(
                        "\"text\": \"x\", \"First Name\": \"Kim\", \"phone\": \"1\", \"ip\": \"2\","
                                + " \"customer\": {\"id\": 7, \"name\": \"Kim\"}, \"email\": \"k@x.example\","
                                + " \"product\": {\"name\": \"Gold\"}, \"manager\": {\"name\": \"Ada\"}");

        assertThat(feedback.extras()).containsOnlyKeys("product.name");
        assertThat(feedback.author()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"deleted\": true",
                "\"is_deleted\": \"yes\"",
                "\"event\": \"feedback.deleted\"",
                "\"operation\": \"delete\"",
                "\"type\": \"REVIEW_REMOVED\""
            })
    void deletesTakeBack(String fields) {
        assertThat(read(fields).operation()).isEqualTo(Operation.DELETE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"event\": \"undeleted\"", "\"deleted\": false", "\"type\": \"x\""})
    void otherEventsDoNot(String fields) {
        assertThat(read("\"text\": \"x\", " + fields).operation()).isEqualTo(Operation.UPSERT);
    }

    @Test
    void aCountOfRevisionsIsNoTime() {
        assertThat(read("\"text\": \"x\", \"revision\": 3").revision()).isEqualTo(3);
        assertThat(read("\"text\": \"x\", \"updatedAt\": 1772438401").revision())
                .isEqualTo(1772438401000L);
    }

    @Test
    void withoutWordsAndRatingSomethingIsMissing() {
        assertThat(outcomes("{\"id\": \"1\", " + TIME + "}"))
                .first()
                .isInstanceOfSatisfying(
                        Outcome.Rejected.class,
                        rejected ->
                                assertThat(rejected.reason())
                                        .isEqualTo(FailureReason.MISSING_FIELD));
    }
}
