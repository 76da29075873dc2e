package io.throughline.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.FailureReason;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value of another type than the format has is a reason, and no guess. */
class WrongTypeTest {

    private static final String TICKET =
            "{'tickets':[{'id':1,'created_at':'2026-03-02T08:00:00Z','satisfaction_rating':%s}]}";
    private static final String UTTERANCE =
            "TranscriptionEvent=transcription-content&CallSid=CA1&SequenceId=%s&Final=%s"
                    + "&Timestamp=2026-03-02T08:00:00Z&Track=inbound_track"
                    + "&TranscriptionData=%%7B%%22transcript%%22%%3A%%22late%%22%%7D";
    private static final String EVENT =
            "{'specversion':'1.0','id':%s,'source':%s,'type':%s,'time':'2026-03-02T08:00:00Z',"
                    + "'data':{'text':'late'}}";

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "{'score':'good'}, accepted",
                "null, accepted",
                "'good', satisfaction_rating is no object",
                "3, satisfaction_rating is no object"
            })
    void ratingOfATicket(String rating, String outcome) {
        assertThat(outcome("zendesk-tickets", String.format(TICKET, rating))).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "2, true, accepted",
                "2, false, filtered",
                "2, maybe, Final is neither true nor false",
                "abc, true, SequenceId is no whole number"
            })
    void placeOfAnUtterance(String sequence, String last, String outcome) {
        assertThat(outcome("twilio-realtime", String.format(UTTERANCE, sequence, last)))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'1','urn:a','said', accepted",
                "1,'urn:a','said', id is no text",
                "'1',2,'said', source is no text",
                "'1','urn:a',true, type is no text"
            })
    void attributesOfAnEvent(String id, String source, String type, String outcome) {
        assertThat(outcome("cloudevents", String.format(EVENT, id, source, type)))
                .isEqualTo(outcome);
    }

    private static String outcome(String channel, String json) {
        List<Outcome> outcomes =
                Fixtures.parser(channel).parse(Fixtures.envelope(channel, json.replace('\'', '"')));
        assertThat(outcomes).hasSize(1);
        if (outcomes.get(0) instanceof Outcome.Rejected rejected) {
            assertThat(rejected.reason()).isEqualTo(FailureReason.INVALID_FIELD);
            return rejected.message();
        }
        return outcomes.get(0) instanceof Outcome.Filtered ? "filtered" : "accepted";
    }
}
