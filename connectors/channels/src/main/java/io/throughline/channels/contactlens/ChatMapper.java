package io.throughline.channels.contactlens;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.channels.transcript.CallTime;
import io.throughline.channels.transcript.TurnFields;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Turn;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Chats that Contact Lens of Amazon Connect analysed after their end: one file is one contact.
 *
 * <p>Every item of the transcript has an absolute time; the conversation begins with the first of
 * them, which is mostly somebody joining. Such events, attachments and messages that are no text
 * (menus and what is chosen from them) are no words and no turns. Display names are people's names
 * and are not read.
 */
public final class ChatMapper implements RecordMapper {

    private static final List<String> VERSIONS = List.of("CHAT-2022-11-30");
    private static final List<String> TRANSCRIPT_VERSIONS = List.of("2019-08-26");

    @Override
    public String name() {
        return "contact-lens-chat";
    }

    @Override
    public Outcome map(JsonNode file, RawEnvelope envelope, MapContext context) {
        Contact.requireSupported(file, "CHAT", VERSIONS);
        Optional<String> version = Fields.lenientText(file, "ChatTranscriptVersion");
        if (version.isPresent() && !TRANSCRIPT_VERSIONS.contains(version.get())) {
            throw Contact.unsupported("its ChatTranscriptVersion is not known");
        }
        String id = Contact.id(file, envelope);
        List<JsonNode> items = Fields.items(file, "Transcript");
        Optional<Instant> begin = begin(items, envelope);
        Participants participants = Participants.of(file);
        List<Turn> turns = new ArrayList<>();
        int index = 0;
        for (JsonNode item : items) {
            String name = "Transcript[" + index++ + "]";
            if (!item.isObject()) {
                throw RejectedException.invalid(name, "is no object");
            }
            if (hasWords(name, item)) {
                Instant time = time(name, item, envelope);
                turns.add(
                        new Turn(
                                turns.size(),
                                participants.of(name, item),
                                TurnFields.content(name + ".Content", item.path("Content")),
                                begin.map(first -> time.toEpochMilli() - first.toEpochMilli())
                                        .orElse(null),
                                null));
            }
        }
        FeedbackBuilder feedback = Contact.feedback(file, id, turns, envelope, context);
        if (begin.isPresent()) {
            feedback.occurredAt(begin.get());
        } else {
            CallTime.set(
                    feedback,
                    envelope,
                    ContactFileName.of(envelope).map(ContactFileName::time).orElse(""));
        }
        return new Outcome.Accepted(feedback.build());
    }

    /** The earliest time in the transcript, so that no turn begins before the conversation. */
    private static Optional<Instant> begin(List<JsonNode> items, RawEnvelope envelope) {
        Instant begin = null;
        for (int i = 0; i < items.size(); i++) {
            if (!Fields.absent(items.get(i).path("AbsoluteTime"))) {
                Instant time = time("Transcript[" + i + "]", items.get(i), envelope);
                begin = begin == null || time.isBefore(begin) ? time : begin;
            }
        }
        return Optional.ofNullable(begin);
    }

    private static Instant time(String name, JsonNode item, RawEnvelope envelope) {
        String field = name + ".AbsoluteTime";
        JsonNode time = item.path("AbsoluteTime");
        if (Fields.absent(time)) {
            throw RejectedException.missing(field);
        }
        return Moments.iso(field, time.asText(), envelope);
    }

    private static boolean hasWords(String name, JsonNode item) {
        String field = name + ".Type";
        JsonNode type = item.path("Type");
        if (Fields.absent(type)) {
            throw RejectedException.missing(field);
        }
        return switch (type.asText()) {
            case "MESSAGE" ->
                    Fields.lenientText(item, "ContentType")
                            .map(content -> content.startsWith("text/"))
                            .orElse(true);
            case "EVENT", "ATTACHMENT" -> false;
            default -> throw RejectedException.invalid(field, "is no type that is known");
        };
    }
}
