package io.throughline.channels.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.ChannelParser;
import io.throughline.channels.Fixtures;
import io.throughline.channels.Outcome;
import io.throughline.channels.OutcomeLine;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.Rating;
import io.throughline.model.Role;
import io.throughline.model.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a definition can say without a line of Java. */
class LanguageTest {

    private static final String POSTS =
            """
            records: [$.data, "$.more[*]"]
            map:
              naturalId: $.id
              revision: $.edited
              occurredAt: $.at
              text: html($.body)
              rating: {value: $.stars, values: {ONE: 1, THREE: 3, FIVE: 5}}
              author: {id: "lookup($$.includes.users, 'id', $.author_id).username"}
              deleted: {from: $.body, is: ['[deleted]', '[removed]']}
            drop:
              - {when: $.lang, not: {is: [en, de]}, reason: other-language}
              - {when: $.body, matches: '(?i)^ad:', reason: advertisement}
              - {when: $.id, blank: true, reason: no-id}
            """;

    @Test
    void recordsOfSeveralPathsSeeThePageAroundThem() {
        List<Outcome> outcomes =
                outcomes(
                        POSTS,
                        """
                        {"data": {"id": 1, "at": "2026-03-04", "body": "<b>Slow</b>", "lang": "en",
                                  "author_id": "7", "stars": "THREE"},
                         "more": [{"id": 2, "at": "2026-03-04", "body": "x", "lang": "de",
                                   "author_id": "8"},
                                  {"id": 3, "body": "[removed]", "lang": "en"},
                                  {"id": 4, "body": "ad: buy", "lang": "en"},
                                  {"id": 5, "body": "bon", "lang": "fr"},
                                  {"id": 6, "at": "2026-03-04", "body": "x", "lang": "en", "stars": "SIX"},
                                  {"id": " ", "lang": "en"}],
                         "includes": {"users": [{"id": "7", "username": "kim"}]}}
                        """);

        Feedback first = Fixtures.only(outcomes.subList(0, 1));
        assertThat(first.text()).isEqualTo("Slow");
        assertThat(first.rating()).isEqualTo(new Rating(3, 1, 5));
        assertThat(first.author().key()).isEqualTo(Fixtures.AUTHORS.keyOf("mine", "kim"));
        assertThat(Fixtures.only(outcomes.subList(1, 2)).author()).isNull();
        assertThat(Fixtures.only(outcomes.subList(2, 3)).operation()).isEqualTo(Operation.DELETE);
        assertThat(outcomes.stream().map(OutcomeLine::of).toList().subList(3, 7))
                .containsExactly(
                        "filtered advertisement",
                        "filtered other-language",
                        "rejected INVALID_FIELD: rating ($.stars) is no number",
                        "filtered no-id");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {} | 0
                    {"meta": {"count": 0}} | 0
                    {"data": null} | 0
                    {"data": [], "more": []} | 0
                    {"id": 1, "at": "2026-03-04", "body": "by itself", "lang": "en"} | 1
                    [{"id": 1, "at": "2026-03-04", "body": "x", "lang": "en"}, {"data": []}] | 1
                    """)
    void aPageWithoutRecordsIsNoErrorAndARecordWithoutAPageIsOne(String document, int count) {
        assertThat(outcomes(POSTS, document))
                .hasSize(count)
                .allMatch(outcome -> outcome instanceof Outcome.Accepted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"error": {"code": 403}} | MALFORMED: this is the message of an error
                    {"data": "none"} | MALFORMED: there is no list of records at $.data
                    {"data": [7]} | MALFORMED: a record is no JSON object
                    {"id": 1, "at": "2026-03-04", "body": {}, "lang": "en"} | INVALID_FIELD: text
                    """)
    void whatIsNoPageDoesNotVanish(String document, String problem) {
        assertThat(outcomes(POSTS, document))
                .singleElement()
                .extracting(OutcomeLine::of)
                .asString()
                .startsWith("rejected " + problem);
    }

    private static final String CALL =
            """
            map:
              naturalId: $.call
              occurredAt: $.at
              conversation:
                turns: $.sentences
                role:
                  from: "lookup($$.parties, 'no', $.channel).kind"
                  customer: [caller, EXTERNAL]
                  agent: [desk]
                text: $.said
                start: $.from
                end: $.to
                unit: s
                order: $.index
            """;

    private static final String SENTENCES =
            """
            {"call": "c-1", "at": "2026-03-04", "parties": [{"no": 1, "kind": "Caller"},
              {"no": 2, "kind": "desk"}, {"no": 3, "kind": "system"}, {"no": 4, "kind": "robot"}],
             "sentences": [
              {"index": 2, "channel": 2, "said": "Which one?", "from": "1.5", "to": 2},
              {"index": 10, "channel": 1, "said": "The second.", "from": 3.25, "to": 4},
              {"index": 1, "channel": 1, "said": "My claim!", "from": 0, "to": 1.0005},
              {"index": 3, "channel": 3, "said": " "},
              {"index": 11, "channel": 3, "said": "recorded"}]}
            """;

    @Test
    void aConversationIsDeclared() {
        Feedback feedback = Fixtures.only(outcomes(CALL, SENTENCES));

        assertThat(feedback.text()).isEqualTo("My claim!\nThe second.");
        assertThat(feedback.conversation().id()).isEqualTo("c-1");
        assertThat(feedback.conversation().turns())
                .containsExactly(
                        new Turn(0, Role.CUSTOMER, "My claim!", 0L, 1001L),
                        new Turn(1, Role.AGENT, "Which one?", 1500L, 2000L),
                        new Turn(2, Role.CUSTOMER, "The second.", 3250L, 4000L),
                        new Turn(3, Role.SYSTEM, "recorded", null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "channel": 2 | "channel": 4 | INVALID_FIELD: turn 1: role
                    "channel": 2 | "channel": 9 | MISSING_FIELD: turn 1: role
                    "from": 3.25 | "from": -1 | INVALID_FIELD: turn 3: start ($.from) is no number of s
                    "from": 3.25 | "from": 5 | INVALID_FIELD: turn 3: start is after its end
                    "said": "My claim!" | "said": {} | INVALID_FIELD: turn 0: text ($.said) is an object
                    "sentences" | "words" | MISSING_FIELD: turns ($.sentences)
                    {"index": 3, "channel": 3, "said": " "} | 3 | INVALID_FIELD: turn 4 is no object
                    """)
    void whoSaidWhatIsStrict(String text, String mistake, String problem) {
        assertThat(outcomes(CALL, SENTENCES.replace(text, mistake)))
                .singleElement()
                .extracting(OutcomeLine::of)
                .asString()
                .startsWith("rejected " + problem);
    }

    @Test
    void otherRolesAreWhatTheDefinitionSays() {
        String yaml = CALL.replace("agent: [desk]", "agent: [desk]\n      otherwise: system");

        Feedback feedback =
                Fixtures.only(
                        outcomes(yaml, SENTENCES.replace("\"channel\": 2", "\"channel\": 4")));

        assertThat(feedback.conversation().turns().get(1).role()).isEqualTo(Role.SYSTEM);
    }

    @Test
    void timesOfTurnsCountFromTheFirst() {
        String yaml =
                """
                map:
                  naturalId: $.id
                  occurredAt: $.messages[0].at
                  conversation: {turns: $.messages, role: $.by, text: $.text, start: $.at, unit: iso}
                """;

        Feedback feedback =
                Fixtures.only(
                        outcomes(
                                yaml,
                                """
                                {"id": 1, "messages": [
                                 {"by": "CUSTOMER", "text": "hi", "at": "2026-03-04T05:06:07.250Z"},
                                 {"by": "agent", "text": "yes", "at": "2026-03-04T05:06:09Z"}]}
                                """));

        assertThat(feedback.conversation().turns())
                .extracting(Turn::startMs)
                .containsExactly(0L, 1750L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"v": 7, "steps": 10} | 7 of 1 to 10
                    {"v": "7,5", "steps": "10"} | 7.5 of 1 to 10
                    {"v": 7, "steps": 5} | INVALID_FIELD: rating ($.v) is outside its scale 1 to 5
                    {"v": 7} | MISSING_FIELD: rating.max ($.steps)
                    {"v": 7, "steps": 1} | INVALID_FIELD: rating has a scale
                    {"v": 7, "steps": "many"} | INVALID_FIELD: rating.max ($.steps) is no number
                    """)
    void aScaleIsReadFromTheRecord(String answer, String expected) {
        Outcome outcome =
                outcomes(
                                """
                                map:
                                  naturalId: $.v
                                  rating: {value: $.v, min: 1, max: $.steps}
                                  occurredAt: "'2026-03-04'"
                                """,
                                answer)
                        .get(0);

        if (outcome instanceof Outcome.Accepted accepted) {
            Rating rating = accepted.feedback().rating();
            assertThat(rating)
                    .isEqualTo(
                            new Rating(
                                    Double.parseDouble(expected.split(" ")[0]),
                                    1,
                                    Double.parseDouble(expected.split(" ")[4])));
        } else {
            assertThat(OutcomeLine.of(outcome)).startsWith("rejected " + expected);
        }
    }

    private static List<Outcome> outcomes(String yaml, String document) {
        ChannelDefinition definition =
                ChannelDefinitions.read(
                        "channel.yaml",
                        "apiVersion: throughline/v1\nid: mine\nchannel: web\nmode: file\n" + yaml);
        return new ChannelParser(definition, Fixtures.AUTHORS)
                .parse(Fixtures.envelope("mine", document));
    }
}
