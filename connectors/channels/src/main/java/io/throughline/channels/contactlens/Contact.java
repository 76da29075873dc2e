package io.throughline.channels.contactlens;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Languages;
import io.throughline.channels.MapContext;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.channels.transcript.AmazonFacts;
import io.throughline.model.Author;
import io.throughline.model.Conversation;
import io.throughline.model.FailureReason;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import io.throughline.model.Turn;
import java.util.List;
import java.util.Optional;

/** What the files of voice and of chat contacts have in common. */
final class Contact {

    private Contact() {}

    /**
     * Rejects what is no finished analysis of that kind of contact.
     *
     * @param channel {@code VOICE} or {@code CHAT}
     * @param versions those that are known
     */
    static void requireSupported(JsonNode file, String channel, List<String> versions) {
        if (file.has("detail-type")) {
            throw unsupported("this is an event of EventBridge, not the file of an analysis");
        }
        Optional<String> status = Fields.lenientText(file, "JobStatus");
        if (status.isPresent() && !status.get().equals("COMPLETED")) {
            throw unsupported("the analysis did not complete, so there is no transcript");
        }
        if (file.has("JobName")) {
            throw unsupported("this is a file of Transcribe Call Analytics, not of Contact Lens");
        }
        Optional<String> named = Fields.lenientText(file, "Channel");
        boolean chat = named.map("CHAT"::equals).orElse(file.has("ChatTranscriptVersion"));
        if (named.isPresent() && !named.get().equals(channel) || chat != channel.equals("CHAT")) {
            throw unsupported("this is no " + channel + " contact");
        }
        Optional<String> version = Fields.lenientText(file, "Version");
        if (version.isPresent() && !versions.contains(version.get())) {
            throw unsupported("its version is not known; known are " + String.join(", ", versions));
        }
        if (Fields.absent(file.path("Transcript"))) {
            throw RejectedException.missing("Transcript");
        }
    }

    static RejectedException unsupported(String message) {
        return new RejectedException(FailureReason.UNSUPPORTED, message);
    }

    /** The contact's id: in the file, else in its name, else its name without the ending. */
    static String id(JsonNode file, RawEnvelope envelope) {
        return Fields.words(file.path("CustomerMetadata"), "ContactId")
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .or(() -> ContactFileName.of(envelope).map(ContactFileName::contactId))
                .orElseThrow(() -> RejectedException.missing("CustomerMetadata.ContactId"));
    }

    /** Everything but the time. */
    static FeedbackBuilder feedback(
            JsonNode file, String id, List<Turn> turns, RawEnvelope envelope, MapContext context) {
        Conversation conversation = new Conversation(id, turns);
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), id)
                        .touchpoint(context.touchpoint())
                        .observedAt(envelope.observedAt())
                        .author(new Author(null, Role.CUSTOMER))
                        .spoken(conversation);
        Fields.lenientText(file, "LanguageCode").ifPresent(tag -> Languages.set(feedback, tag));
        Fields.lenientText(file.path("ContentMetadata"), "Output")
                .ifPresent(output -> feedback.extra("output", output));
        AmazonFacts.add(file, feedback);
        return feedback;
    }
}
