package io.throughline.channels.formbricks;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.Fixtures;
import io.throughline.channels.Outcome;
import io.throughline.model.Feedback;
import io.throughline.model.Rating;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormbricksMapperTest {

    private static List<Outcome> outcomes(String event, String more, String data) {
        return Fixtures.parser("formbricks")
                .parse(
                        Fixtures.envelope(
                                "formbricks",
                                "{\"event\": \""
                                        + event
                                        + "\", \"data\": {\"id\": \"r\", \"createdAt\":"
                                        + " \"2026-03-02T08:00:00.000Z\", \"updatedAt\":"
                                        + " \"2026-03-02T08:00:09.000Z\", "
                                        + more
                                        + "\"data\": {"
                                        + data
                                        + "}}}"));
    }

    private static Feedback read(String more, String data) {
        return Fixtures.only(outcomes("responseUpdated", more, data));
    }

    @Test
    void theFinishedOneWinsOverAPartialOneOfTheSameMoment() {
        Feedback partial = read("\"finished\": false, ", "\"why\": \"so so\"");
        Feedback finished = read("\"finished\": true, ", "\"why\": \"so so\"");

        assertThat(finished.id()).isEqualTo(partial.id());
        assertThat(finished.revision()).isGreaterThan(partial.revision());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clicked",
                "accepted",
                "dismissed",
                "skipped",
                "booked",
                "42",
                "2026-03-02",
                "https://example.com/f.png",
                "2026-03-02T08:00:00Z"
            })
    void marksNumbersDatesAndAddressesAreNoWords(String answer) {
        Feedback feedback = read("", "\"q\": \"" + answer + "\"");

        assertThat(feedback.text()).isNull();
        assertThat(feedback.extras()).containsEntry("q", answer);
    }

    @ParameterizedTest
    @CsvSource({
        "nps, 0, 0, 10",
        "my-nps_2, 10, 0, 10",
        "csat, 5, 1, 5",
        "ces.score, 7, 1, 7",
    })
    void anIdThatAPersonChoseTellsTheScale(String id, int value, int min, int max) {
        assertThat(read("", "\"" + id + "\": " + value).rating())
                .isEqualTo(new Rating(value, min, max));
    }

    @ParameterizedTest
    @ValueSource(strings = {"process", "success", "snps", "q1"})
    void anIdThatOnlyContainsItDoesNot(String id) {
        assertThat(read("", "\"" + id + "\": 3").rating()).isNull();
    }

    @Test
    void questionsSayWhatAnAnswerIs() {
        Feedback feedback =
                read(
                        "\"survey\": {\"blocks\": [{\"elements\": [{\"id\": \"a\", \"type\":"
                                + " \"multipleChoiceSingle\"}, {\"id\": \"b\", \"type\": \"rating\","
                                + " \"range\": 10}, {\"id\": \"c\", \"type\": \"openText\"}]}]}, ",
                        "\"a\": \"By phone\", \"b\": 8, \"c\": \"clicked\"");

        assertThat(feedback.text()).isEqualTo("clicked");
        assertThat(feedback.rating()).isEqualTo(new Rating(8, 1, 10));
        assertThat(feedback.extras()).containsEntry("a", "By phone");
    }

    @Test
    void contactsAreNeverExtras() {
        Feedback feedback =
                read("", "\"who\": [\"Kim\", \"Sample\", \"kim@example.com\", \"\", \"\"]");

        assertThat(feedback.author()).isNotNull();
        assertThat(feedback.toString()).doesNotContain("Sample").doesNotContain("kim@example.com");
    }

    @Test
    void whatWasOnlyOpenedIsNoAnswer() {
        assertThat(outcomes("responseCreated", "\"finished\": false, ", ""))
                .containsExactly(new Outcome.Filtered("no-answer"));
    }
}
