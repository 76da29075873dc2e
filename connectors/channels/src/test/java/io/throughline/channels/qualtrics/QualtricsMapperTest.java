package io.throughline.channels.qualtrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.Fixtures;
import io.throughline.channels.Outcome;
import io.throughline.model.Feedback;
import io.throughline.model.Rating;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualtricsMapperTest {

    private static List<Outcome> outcomes(String names, String ids, String row) {
        StringBuilder third = new StringBuilder();
        for (String id : ids.split(",")) {
            third.append(third.isEmpty() ? "" : ",")
                    .append("\"{\"\"ImportId\"\":\"\"")
                    .append(id.replace("@", "\"\",\"\"timeZone\"\":\"\""))
                    .append("\"\"}\"");
        }
        String file = names + "\n" + names + "\n" + third + "\n" + row + "\n";
        return Fixtures.outcomes(
                "qualtrics-csv", "export.csv", file.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Outcome> withStatus(String status) {
        return outcomes(
                "ResponseId,EndDate,Status,Q1",
                "_recordId,endDate,status,QID1_TEXT",
                "R_1,2026-03-02 08:00:00," + status + ",words");
    }

    @ParameterizedTest
    @CsvSource({
        "1, preview",
        "17, preview",
        "2, test",
        "8, spam",
        "9, spam",
        "12, spam",
        "40, spam",
        "Survey Preview, preview",
        "Survey Test, test",
        "Possible Spam, spam"
    })
    void whatNobodyMeantIsFiltered(String status, String reason) {
        assertThat(withStatus(status)).containsExactly(new Outcome.Filtered(reason));
    }

    @ParameterizedTest
    @CsvSource({"0", "4", "16", "32", "IP Address", "Imported", "IP-Adresse"})
    void whatSomebodyMeantIsNot(String status) {
        assertThat(withStatus(status)).singleElement().isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void timesAreInTheZoneOfTheirColumn() {
        Feedback feedback =
                Fixtures.only(
                        outcomes(
                                "ResponseId,EndDate,Q1",
                                "_recordId,endDate@America/Denver,QID1_TEXT",
                                "R_1,2026-03-02 08:00:00,words"));

        assertThat(feedback.occurredAt()).hasToString("2026-03-02T15:00:00Z");
    }

    @Test
    void importIdsTellWordsFromChoicesWhateverColumnsAreCalled() {
        Feedback feedback =
                Fixtures.only(
                        outcomes(
                                "ResponseId,EndDate,Warum,Empfehlung,Empfehlung - Gruppe,Sorte,Sorte_4",
                                "_recordId,endDate,QID2_TEXT,QID3,QID3_NPS_GROUP,QID4,QID4_4_TEXT",
                                "R_1,2026-03-02 08:00:00,zu teuer,2,Kritiker,4,Rad"));

        assertThat(feedback.text()).isEqualTo("zu teuer\nRad");
        assertThat(feedback.rating()).isEqualTo(new Rating(2, 0, 10));
        assertThat(feedback.extras())
                .containsEntry("Sorte", "4")
                .containsEntry("Empfehlung - Gruppe", "Kritiker");
    }

    @Test
    void whoSomebodyIsIsNeverAnExtra() {
        Feedback feedback =
                Fixtures.only(
                        outcomes(
                                "ResponseId,EndDate,IPAddress,RecipientEmail,RecipientLastName,LocationLatitude,"
                                        + "Contact Phone,Q1",
                                "_recordId,endDate,ipAddress,recipientEmail,recipientLastName,"
                                        + "locationLatitude,Contact Phone,QID1_TEXT",
                                "R_1,2026-03-02 08:00:00,192.0.2.1,k@example.com,Sample,52.5,0151,words"));

        assertThat(feedback.extras()).containsOnlyKeys("finished");
        assertThat(feedback.author().key()).startsWith("hmac:");
    }
}
