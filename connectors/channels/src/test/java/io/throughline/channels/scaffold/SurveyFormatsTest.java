package io.throughline.channels.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.definition.Mode;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;

/** Survey tools that do not exist, in the shapes that such tools have. */
class SurveyFormatsTest {

    @Test
    void questionsWithTheirAnswersAreFoundByTheQuestion() {
        Proposed survey =
                Proposed.from(
                        "visit.json",
                        """
                        {"survey": {"id": "sv-1", "name": "Visit"}, "responses": [
                          {"responseId": "R-1", "submittedAt": "2026-02-03T09:14:00+01:00",
                           "respondent": {"memberNo": "M-1", "name": "Noor A", "email": "n@example.org"},
                           "answers": [
                             {"question": "recommend", "label": "How likely are you to recommend us?", "answer": 3},
                             {"question": "why", "label": "Why?", "answer": "Nobody called back about my claim."}],
                           "branch": "North"},
                          {"responseId": "R-2", "submittedAt": "2026-02-03T11:40:12+01:00",
                           "respondent": {"memberNo": "M-2", "name": "Iker S", "email": null},
                           "answers": [
                             {"question": "recommend", "label": "How likely are you to recommend us?", "answer": 10}],
                           "branch": "South"}]}
                        """);
        assertThat(survey.proposal().records()).isEqualTo("$.responses[*]");
        assertThat(survey.path(Field.NATURAL_ID)).isEqualTo("$.responseId");
        assertThat(survey.path(Field.OCCURRED_AT)).isEqualTo("$.submittedAt");
        assertThat(survey.path(Field.TEXT)).isEqualTo("$.answers[?(@.question == 'why')].answer");
        assertThat(survey.line("rating"))
                .isEqualTo(
                        "rating: {value: \"$.answers[?(@.question == 'recommend')].answer\","
                                + " min: 0, max: 10}");
        assertThat(survey.path(Field.AUTHOR)).isEqualTo("$.respondent.memberNo");
        assertThat(survey.extras()).containsOnlyKeys("branch");
        assertThat(survey.whole()).isTrue();
    }

    @Test
    void aScaleInTheNameOfARatingCountsAndANumberOfAResponseIsItsIdentity() {
        Proposed desk =
                Proposed.from(
                        "desk.csv",
                        """
                        Response No;Submitted On;Words;Score (0-4);Region
                        1;01/03/2026 10:00;Could not find the form and nobody helped me;0;North
                        2;13/03/2026 11:00;Everything was clear and quick;3;South
                        """);
        assertThat(desk.path(Field.NATURAL_ID)).isEqualTo("$['Response No']");
        assertThat(desk.path(Field.TEXT)).isEqualTo("$.Words");
        assertThat(desk.line("rating"))
                .isEqualTo("rating: {value: \"$['Score (0-4)']\", min: 0, max: 4}");
        assertThat(desk.whole()).isTrue();
    }

    @Test
    void fewWordsInABodyAreWordsAllTheSame() {
        Proposed wall =
                Proposed.from(
                        "wall.json",
                        """
                        {"page": 1, "pages": 3, "items": [
                          {"uuid": "5b1e", "ts": 1772359200, "who": {"handle": "ada"},
                           "body": {"plain": "Love the new booking page"}, "stars": 5},
                          {"uuid": "5b1f", "ts": 1772362800, "who": {"handle": "bob"},
                           "body": {"plain": "Booking failed three times"}, "stars": 1}]}
                        """);
        assertThat(wall.path(Field.TEXT)).isEqualTo("$.body.plain");
        assertThat(wall.path(Field.NATURAL_ID)).isEqualTo("$.uuid");
        assertThat(wall.whole()).isTrue();
    }

    @Test
    void aPostedResponseIsToldFromItsEvent() {
        Proposed hook =
                Proposed.from(
                        "hook.json",
                        """
                        {"event_id": "evt_91", "event": "response.completed", "sent_at": 1772435107,
                         "response": {"uuid": "3f0c8a52-0f8d-4a57-9a40-7a2d3a1b9c11",
                           "survey_id": 17, "completed_at": 1772435100123,
                           "csat": {"value": 2, "max": 5},
                           "feedback": "The agent was kind, but the app crashed twice.",
                           "contact": {"id": "c-7", "first_name": "Mia", "phone": "+441632960001"},
                           "language": "en", "tags": ["app", "crash"]}}
                        """);
        assertThat(hook.proposal().records()).isNull();
        assertThat(hook.path(Field.NATURAL_ID)).isEqualTo("$.response.uuid");
        assertThat(hook.line("occurredAt"))
                .isEqualTo("occurredAt: {from: $.response.completed_at, formats: [epoch-millis]}");
        assertThat(hook.path(Field.TEXT)).isEqualTo("$.response.feedback");
        assertThat(hook.line("rating"))
                .isEqualTo("rating: {value: $.response.csat.value, min: 1, max: 5}");
        assertThat(hook.path(Field.AUTHOR)).isEqualTo("$.response.contact.id");
        assertThat(hook.path(Field.LANGUAGE)).isEqualTo("$.response.language");
        assertThat(hook.extras().values()).noneMatch(path -> path.contains("contact"));
        assertThat(hook.whole()).isTrue();
    }

    @Test
    void aGermanExportHasItsDelimiterEncodingAndDates() {
        String csv =
                """
                Vorgangsnummer;Eingegangen am;Kundennummer;Vorname;Zufriedenheit;Kommentar;Filiale
                4711;24.02.2026 14:05;K-100;Jörg;2;"Die Schadensregulierung dauert; ich warte noch.";Köln
                4712;25.02.2026 09:30;K-101;Änne;5;Sehr freundliche Beratung, danke schön!;Bonn
                4713;25.02.2026 16:45;K-102;Uwe;k.A.;Die Hotline legt einfach auf.;Köln
                """;
        Proposed export =
                Proposed.from(
                        "export.csv", csv.getBytes(Charset.forName("windows-1252")), Mode.FILE);
        assertThat(export.yaml()).contains("delimiter: \";\"", "encoding: windows-1252");
        assertThat(export.path(Field.NATURAL_ID)).isEqualTo("$.Vorgangsnummer");
        assertThat(export.line("occurredAt"))
                .isEqualTo(
                        "occurredAt: {from: \"$['Eingegangen am']\", formats: [\"d.M.yyyy H:mm\"],"
                                + " zone: UTC}");
        assertThat(export.path(Field.TEXT)).isEqualTo("$.Kommentar");
        assertThat(export.path(Field.AUTHOR)).isEqualTo("$.Kundennummer");
        assertThat(export.extras()).doesNotContainKey("Vorname").containsKey("Filiale");
        assertThat(export.trial().accepted()).isEqualTo(3);
    }

    @Test
    void numbersWrittenAsTextsAndLocalisedDecimalsAreRatings() {
        Proposed lines =
                Proposed.from(
                        "scores.jsonl",
                        """
                        {"id": "a1", "date": "2026-03-01", "score": "4,5", "comment": "Clean room, loud street."}
                        {"id": "a2", "date": "2026-03-02", "score": "2,0", "comment": "The heating did not work at all."}
                        {"id": "a3", "date": "2026-03-02", "score": "5,0", "comment": null}
                        {"id": "a4", "date": "2026-03-04", "score": null, "comment": null}
                        """);
        assertThat(lines.line("rating")).isEqualTo("rating: {value: $.score, min: 1, max: 5}");
        assertThat(lines.line("occurredAt")).isEqualTo("occurredAt: {from: $.date, zone: UTC}");
        assertThat(lines.trial().filtered()).as("a record that says nothing").isEqualTo(1);
        assertThat(lines.whole()).isTrue();
    }

    @Test
    void threeHeaderRowsAreCounted() {
        Proposed export =
                Proposed.from(
                        "three.csv",
                        """
                        RecordedDate,ResponseId,UserLanguage,Q1,Q2
                        Recorded Date,Response ID,User Language,How likely are you to recommend us?,What should we improve?
                        "{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""userLanguage""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_TEXT""}"
                        2026-02-01 10:00:00,R_1aB2,EN,9,Shorter waiting times on the phone please
                        2026-02-01 12:30:10,R_9xY8,DE,4,Nobody answers the letters that I write
                        """);
        assertThat(export.line("headerRows")).isEqualTo("headerRows: 3");
        assertThat(export.path(Field.NATURAL_ID)).isEqualTo("$.ResponseId");
        assertThat(export.path(Field.TEXT)).isEqualTo("$.Q2");
        assertThat(export.path(Field.LANGUAGE)).isEqualTo("$.UserLanguage");
        assertThat(export.trial().accepted()).isEqualTo(2);
        assertThat(export.whole()).isTrue();
    }

    @Test
    void aFormBodyIsAnObjectOfTexts() {
        Proposed form =
                Proposed.from(
                        "post.form",
                        "ResponseSid=RS0123456789abcdef0123&AccountSid=AC0123456789abcdef0123"
                                + "&SubmittedAt=2026-04-13T18%3A05%3A00Z&Rating=4"
                                + "&ResponseText=The+driver+was+kind%2C+thank+you&From=%2B441632960000");
        assertThat(form.path(Field.NATURAL_ID)).isEqualTo("$.ResponseSid");
        assertThat(form.path(Field.TEXT)).isEqualTo("$.ResponseText");
        assertThat(form.path(Field.AUTHOR)).isEqualTo("$.From");
        assertThat(form.extras()).doesNotContainKeys("From");
        assertThat(form.whole()).isTrue();
    }

    @Test
    void openQuestionsOfAWideTableAreJoinedAndNamesStayOut() {
        Proposed wide =
                Proposed.from(
                        "wide.csv",
                        """
                        Submission ID|Submitted|What did you like?|What could be better?|NPS|Full name|E-mail|Product
                        s-1|2026-01-05T10:00:00Z|The friendly staff at the desk|Opening hours on Saturday|8|Lee Park|lee@example.org|Home
                        s-2|2026-01-06T11:30:00Z|Quick answers by chat|The forms are far too long|3|Ana Ruiz|ana@example.org|Car
                        s-3|2026-01-07T12:45:00Z|Nothing at all to be honest|Pay claims in time|0|Bo Lind|bo@example.org|Home
                        """);
        assertThat(wide.path(Field.TEXT))
                .isEqualTo("$['What did you like?'] + $['What could be better?']");
        assertThat(wide.line("rating")).isEqualTo("rating: {value: $.NPS, min: 0, max: 10}");
        assertThat(wide.line("delimiter")).isEqualTo("delimiter: \"|\"");
        assertThat(wide.path(Field.AUTHOR)).isEqualTo("$['E-mail']");
        assertThat(wide.extras()).containsOnlyKeys("Product");
        assertThat(wide.whole()).isTrue();
    }
}
