package io.throughline.channels.genesys;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.ChannelMapper;
import io.throughline.channels.Languages;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.channels.transcript.CallTime;
import io.throughline.channels.transcript.TurnFields;
import io.throughline.model.Author;
import io.throughline.model.Conversation;
import io.throughline.model.FailureReason;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import io.throughline.model.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Transcripts of Genesys Cloud: one document is one communication, that is one leg of a
 * conversation, and so one feedback. A leg may hold several transcripts, one a language that was
 * spoken; their phrases follow one another.
 *
 * <p>Phrases have absolute times; turns count from the start of the communication, which is also
 * when the feedback occurred. The commas that Genesys' own sample leaves before closing brackets
 * are forgiven.
 */
public final class GenesysMapper implements RecordMapper {

    @Override
    public String name() {
        return "genesys";
    }

    @Override
    public ChannelMapper mapper(Records records) {
        ChannelMapper strict = records.each(this);
        return (envelope, context) -> strict.map(withoutTrailingCommas(envelope), context);
    }

    @Override
    public Outcome map(JsonNode leg, RawEnvelope envelope, MapContext context) {
        requireTranscript(leg);
        String conversationId = Fields.requiredText(leg, "conversationId").strip();
        String id =
                Fields.text(leg, "communicationId")
                        .map(String::strip)
                        .filter(text -> !text.isEmpty())
                        .orElse(conversationId);
        List<JsonNode> transcripts = Fields.items(leg, "transcripts");
        Optional<Instant> begin = begin(leg, transcripts, envelope);
        List<Turn> turns = Phrases.turns(transcripts, begin);
        Conversation conversation = new Conversation(conversationId, turns);
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), id)
                        .touchpoint(context.touchpoint())
                        .observedAt(envelope.observedAt())
                        .author(author(leg, context))
                        .spoken(conversation);
        if (begin.isPresent()) {
            feedback.occurredAt(begin.get());
        } else {
            CallTime.set(feedback, envelope);
        }
        if (!transcripts.isEmpty()) {
            Fields.lenientText(transcripts.get(0), "language")
                    .ifPresent(tag -> Languages.set(feedback, tag));
        }
        CallFacts.add(leg, transcripts, feedback);
        return new Outcome.Accepted(feedback.build());
    }

    private static void requireTranscript(JsonNode leg) {
        if (!Fields.absent(leg.path("transcripts"))) {
            return;
        }
        if (leg.has("url")) {
            throw new RejectedException(
                    FailureReason.UNSUPPORTED,
                    "this is the address of a transcript; fetch what is there");
        }
        if (leg.has("code") || leg.has("status")) {
            throw new RejectedException(
                    FailureReason.MALFORMED, "this is a report of a problem, not a transcript");
        }
        throw RejectedException.missing("transcripts");
    }

    /** When the communication began, by the first that says so. */
    private static Optional<Instant> begin(
            JsonNode leg, List<JsonNode> transcripts, RawEnvelope envelope) {
        Long millis = TurnFields.millis("startTime", leg.path("startTime"));
        if (millis == null && !transcripts.isEmpty()) {
            millis =
                    TurnFields.millis(
                            "transcripts[0].startTime", transcripts.get(0).path("startTime"));
        }
        if (millis == null) {
            millis = TurnFields.millis("conversationStartTime", leg.path("conversationStartTime"));
        }
        return Optional.ofNullable(millis)
                .map(time -> Moments.checked("startTime", Instant.ofEpochMilli(time), envelope));
    }

    /** By the number that called in; of a call that went out it is not known which one is whose. */
    private static Author author(JsonNode leg, MapContext context) {
        for (JsonNode participant : leg.path("participants")) {
            String purpose = participant.path("participantPurpose").asText();
            if ((purpose.equals("customer") || purpose.equals("external"))
                    && participant.path("initialDirection").asText().equals("inbound")) {
                return Fields.lenientText(participant, "ani")
                        .map(number -> context.authors().keyOf(context.source(), number.strip()))
                        .map(key -> new Author(key, Role.CUSTOMER))
                        .orElse(new Author(null, Role.CUSTOMER));
            }
        }
        return new Author(null, Role.CUSTOMER);
    }

    private static RawEnvelope withoutTrailingCommas(RawEnvelope envelope) {
        byte[] payload = TrailingCommas.removed(envelope.payload());
        return payload == envelope.payload() ? envelope : envelope.with(payload);
    }
}
