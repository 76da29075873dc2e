package io.throughline.channels.twilio;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Languages;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Decoded;
import io.throughline.channels.json.Fields;
import io.throughline.channels.json.JsonReader;
import io.throughline.model.Author;
import io.throughline.model.Conversation;
import io.throughline.model.FailureReason;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import io.throughline.model.Turn;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The events of Twilio's real-time transcription, each posted as a form.
 *
 * <p>One feedback is one final utterance, not one call: a call ends without a word about which of
 * its utterances was the last, and customers are to be heard while they speak. What belongs
 * together has the call as its conversation. Utterances that are not final are said again and are
 * filtered.
 */
final class Utterances {

    private static final Pattern SHOWN = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,18}");
    private static final int DEEPEST = 20;

    private final String customerTrack;
    private final String agentTrack;

    /**
     * @param customerTrack the track on which the customer is heard
     * @param agentTrack the other one
     */
    Utterances(String customerTrack, String agentTrack) {
        this.customerTrack = customerTrack;
        this.agentTrack = agentTrack;
    }

    Outcome map(JsonNode event, RawEnvelope envelope, MapContext context) {
        String kind = Fields.requiredText(event, "TranscriptionEvent").strip();
        switch (kind) {
            case "transcription-started", "transcription-stopped" -> {
                return new Outcome.Filtered(kind);
            }
            case "transcription-error" ->
                    throw unsupported(
                            "the transcription failed with error",
                            Fields.lenientText(event, "TranscriptionErrorCode").orElse(""));
            case "transcription-content" -> {
                return isFinal(event)
                        ? utterance(event, envelope, context)
                        : new Outcome.Filtered("partial");
            }
            default -> throw unsupported("this event is not known:", kind);
        }
    }

    /** One that does not say so is final. */
    private static boolean isFinal(JsonNode event) {
        String said = Fields.lenientText(event, "Final").orElse("true").strip();
        return switch (said) {
            case "true" -> true;
            case "false" -> false;
            default -> throw RejectedException.invalid("Final", "is neither true nor false");
        };
    }

    private static String sequence(JsonNode event) {
        String sequence = Fields.requiredText(event, "SequenceId").strip();
        if (!WHOLE.matcher(sequence).matches()) {
            throw RejectedException.invalid("SequenceId", "is no whole number");
        }
        return sequence;
    }

    private Outcome utterance(JsonNode event, RawEnvelope envelope, MapContext context) {
        String call = Fields.requiredText(event, "CallSid").strip();
        String sequence = sequence(event);
        // A call may be transcribed twice in a row, and each transcription counts from one.
        String id =
                Stream.of(call, Fields.text(event, "TranscriptionSid").orElse("").strip(), sequence)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("/"));
        Role role = role(Fields.requiredText(event, "Track").strip());
        JsonNode data = data(Fields.requiredText(event, "TranscriptionData"));
        String words =
                Fields.words(data, "transcript")
                        .map(String::strip)
                        .orElseThrow(
                                () -> RejectedException.missing("TranscriptionData.transcript"));
        Conversation conversation =
                new Conversation(call, List.of(new Turn(0, role, words, null, null)));
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), id)
                        .touchpoint(context.touchpoint())
                        .observedAt(envelope.observedAt())
                        .author(new Author(null, role))
                        .spoken(conversation);
        Optional<String> time = Fields.lenientText(event, "Timestamp");
        if (time.isPresent()) {
            feedback.occurredAt(Moments.iso("Timestamp", time.get(), envelope));
        } else {
            Moments.fromEnvelope(feedback, "Timestamp", envelope);
        }
        Fields.lenientText(event, "LanguageCode").ifPresent(tag -> Languages.set(feedback, tag));
        Fields.lenientText(data, "confidence")
                .ifPresent(value -> feedback.extra("confidence", value));
        return new Outcome.Accepted(feedback.build());
    }

    private Role role(String track) {
        if (track.equals(customerTrack)) {
            return Role.CUSTOMER;
        }
        if (track.equals(agentTrack)) {
            return Role.AGENT;
        }
        throw RejectedException.invalid("Track", "is neither inbound_track nor outbound_track");
    }

    /** A JSON text inside the form. */
    private static JsonNode data(String text) {
        try {
            JsonNode data = JsonReader.read(new Decoded(text, true), DEEPEST).root();
            if (data.isObject()) {
                return data;
            }
        } catch (RejectedException e) {
            throw RejectedException.invalid("TranscriptionData", "is no JSON: " + e.getMessage());
        }
        throw RejectedException.invalid("TranscriptionData", "is no JSON object");
    }

    private static RejectedException unsupported(String what, String value) {
        return new RejectedException(
                FailureReason.UNSUPPORTED,
                what + " " + (SHOWN.matcher(value).matches() ? value : "?"));
    }
}
