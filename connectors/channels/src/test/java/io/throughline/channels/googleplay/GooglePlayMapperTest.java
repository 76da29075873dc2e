package io.throughline.channels.googleplay;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.Fixtures;
import io.throughline.channels.Outcome;
import io.throughline.model.Feedback;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GooglePlayMapperTest {

    private static List<Outcome> outcomes(String json) {
        return Fixtures.parser("google-play").parse(Fixtures.envelope("google-play", json));
    }

    private static Feedback read(String comments) {
        return Fixtures.only(
                outcomes(
                        "{\"reviews\": [{\"reviewId\": \"r\", \"comments\": ["
                                + comments
                                + "]}]}"));
    }

    private static String comment(String text, String seconds) {
        return "{\"userComment\": {\"text\": \""
                + text
                + "\", \"starRating\": 3, \"lastModified\": {\"seconds\": \""
                + seconds
                + "\"}}}";
    }

    @ParameterizedTest
    @CsvSource({
        "title\\tbody, title|body",
        "\\tbody, body",
        "title\\t, title",
        "body, body",
        "a\\tb\\tc, a|b\\tc"
    })
    void titleAndBodyAreLines(String text, String lines) {
        assertThat(read(comment(text, "1772600000")).text())
                .isEqualTo(lines.replace('|', '\n').replace("\\t", "\t"));
    }

    @Test
    void ofSeveralCommentsTheLatestCountsInAnyOrder() {
        String older = comment("older", "1772600000");
        String newer = comment("newer", "1772700000");

        assertThat(read(older + "," + newer).text()).isEqualTo("newer");
        assertThat(read(newer + "," + older).text()).isEqualTo("newer");
    }

    @Test
    void theDevelopersWordsAreNowhere() {
        String answer =
                "{\"developerComment\": {\"text\": \"So sorry\", \"lastModified\": {\"seconds\": \"1\"}}}";

        assertThat(read(comment("mine", "1772600000") + "," + answer).toString())
                .contains("mine")
                .doesNotContain("sorry");
    }

    @Test
    void theReviewOfAnOtherDeviceLanguageHasNoLanguageOfItsOwn() {
        Feedback feedback =
                read(
                        comment("Bagus", "1772600000")
                                .replace(
                                        "\"starRating\"",
                                        "\"reviewerLanguage\": \"en_ID\", \"starRating\""));

        assertThat(feedback.language()).isNull();
        assertThat(feedback.locale()).isEqualTo("en-ID");
    }

    @Test
    void oneReviewByItselfIsReadAsWell() {
        assertThat(
                        outcomes(
                                "{\"reviewId\": \"r\", \"comments\": ["
                                        + comment("x", "1772600000")
                                        + "]}"))
                .singleElement()
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void aPageWithoutReviewsIsEmpty() {
        assertThat(outcomes("{\"pageInfo\": {\"totalResults\": 0}}")).isEmpty();
    }
}
