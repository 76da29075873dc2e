package io.throughline.channels.transcribe;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Languages;
import io.throughline.channels.MapContext;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Calls transcribed by Amazon Transcribe Call Analytics: one file is one call.
 *
 * <p>The file says how many milliseconds into the call a turn begins, but not when the call was:
 * the time is from the file's name where it holds one, else from outside, and the extras say which.
 * A job that is not {@code COMPLETED}, the files of Amazon Connect Contact Lens (which look alike
 * and name participants by id instead of role) and plain transcripts without roles are {@code
 * UNSUPPORTED}: without roles the agent's words would count as the customer's.
 *
 * <p>Extras: {@code customerSentiment} and {@code agentSentiment} (-5 to 5), {@code durationMs},
 * {@code nonTalkMs}, {@code interruptions}, {@code categories} and {@code issues} (the words Amazon
 * marked as the customer's issue).
 */
public final class TranscribeMapper implements RecordMapper {

    @Override
    public String name() {
        return "transcribe";
    }

    @Override
    public Outcome map(JsonNode call, RawEnvelope envelope, MapContext context) {
        requireSupported(call);
        String job = Fields.requiredText(call, "JobName").strip();
        if (Fields.absent(call.path("Transcript"))) {
            throw RejectedException.missing("Transcript");
        }
        List<Turn> turns = turns(call);
        Conversation conversation = new Conversation(job, turns);
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), job)
                        .touchpoint(context.touchpoint())
                        .observedAt(envelope.observedAt())
                        .author(new Author(null, Role.CUSTOMER))
                        .spoken(conversation);
        CallTime.set(feedback, envelope);
        Fields.lenientText(call, "LanguageCode").ifPresent(tag -> Languages.set(feedback, tag));
        CallFacts.add(call, feedback);
        return new Outcome.Accepted(feedback.build());
    }

    private static void requireSupported(JsonNode call) {
        Optional<String> status = Fields.lenientText(call, "JobStatus");
        if (status.isPresent() && !status.get().equals("COMPLETED")) {
            throw unsupported("the job did not complete, so there is no transcript of it");
        }
        if (call.has("Version") || call.has("ChatTranscriptVersion")) {
            throw unsupported("this is a Contact Lens file, not one of Call Analytics");
        }
        if (call.has("results") && !call.has("Transcript")) {
            throw unsupported("this is a transcript without speaker roles");
        }
        for (JsonNode turn : call.path("Transcript")) {
            if (turn.has("ParticipantId") && !turn.has("ParticipantRole")) {
                throw unsupported("this is a Contact Lens file, not one of Call Analytics");
            }
        }
    }

    private static RejectedException unsupported(String message) {
        return new RejectedException(FailureReason.UNSUPPORTED, message);
    }

    private static List<Turn> turns(JsonNode call) {
        List<Turn> turns = new ArrayList<>();
        for (JsonNode turn : Fields.items(call, "Transcript")) {
            String name = "Transcript[" + turns.size() + "]";
            if (!turn.isObject()) {
                throw RejectedException.invalid(name, "is no object");
            }
            Long begin =
                    TurnFields.millis(name + ".BeginOffsetMillis", turn.path("BeginOffsetMillis"));
            Long end = TurnFields.millis(name + ".EndOffsetMillis", turn.path("EndOffsetMillis"));
            TurnFields.requireOrder(name, "BeginOffsetMillis", begin, "EndOffsetMillis", end);
            turns.add(
                    new Turn(
                            turns.size(),
                            role(name + ".ParticipantRole", turn.path("ParticipantRole")),
                            TurnFields.content(name + ".Content", turn.path("Content")),
                            begin,
                            end));
        }
        return turns;
    }

    private static Role role(String field, JsonNode role) {
        if (Fields.absent(role)) {
            throw RejectedException.missing(field);
        }
        return switch (role.asText().toUpperCase(Locale.ROOT)) {
            case "CUSTOMER" -> Role.CUSTOMER;
            case "AGENT" -> Role.AGENT;
            case "" -> throw RejectedException.missing(field);
            default -> throw RejectedException.invalid(field, "is neither AGENT nor CUSTOMER");
        };
    }
}
