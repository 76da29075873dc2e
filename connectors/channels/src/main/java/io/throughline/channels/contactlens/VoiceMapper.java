package io.throughline.channels.contactlens;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapContext;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.channels.transcript.AmazonFacts;
import io.throughline.channels.transcript.CallTime;
import io.throughline.channels.transcript.TurnFields;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import io.throughline.model.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Calls that Contact Lens of Amazon Connect analysed after their end: one file is one contact.
 *
 * <p>The file says how many milliseconds into the call a turn begins, but not when the call was:
 * the time is from the file's name, else from outside, and the extras say which.
 */
public final class VoiceMapper implements RecordMapper {

    private static final List<String> VERSIONS = List.of("VOICE-2022-11-30", "1.1.0");

    @Override
    public String name() {
        return "contact-lens-voice";
    }

    @Override
    public Outcome map(JsonNode file, RawEnvelope envelope, MapContext context) {
        Contact.requireSupported(file, "VOICE", VERSIONS);
        String id = Contact.id(file, envelope);
        Participants participants = Participants.of(file);
        List<Turn> turns = new ArrayList<>();
        List<String> issues = new ArrayList<>();
        for (JsonNode item : Fields.items(file, "Transcript")) {
            Turn turn = turn(item, turns.size(), participants);
            turns.add(turn);
            if (turn.role() == Role.CUSTOMER) {
                issues(item, turn.text(), issues);
            }
        }
        FeedbackBuilder feedback = Contact.feedback(file, id, turns, envelope, context);
        feedback.extra("issues", String.join("\n", issues));
        CallTime.set(
                feedback,
                envelope,
                ContactFileName.of(envelope).map(ContactFileName::time).orElse(""));
        return new Outcome.Accepted(feedback.build());
    }

    private static Turn turn(JsonNode item, int index, Participants participants) {
        String name = "Transcript[" + index + "]";
        if (!item.isObject()) {
            throw RejectedException.invalid(name, "is no object");
        }
        Long begin = TurnFields.millis(name + ".BeginOffsetMillis", item.path("BeginOffsetMillis"));
        Long end = TurnFields.millis(name + ".EndOffsetMillis", item.path("EndOffsetMillis"));
        TurnFields.requireOrder(name, "BeginOffsetMillis", begin, "EndOffsetMillis", end);
        return new Turn(
                index,
                participants.of(name, item),
                TurnFields.content(name + ".Content", item.path("Content")),
                begin,
                end);
    }

    /** What Amazon marked as the customer's issue, as it says itself or else by its marks. */
    private static void issues(JsonNode item, String content, List<String> issues) {
        for (JsonNode issue : item.path("IssuesDetected")) {
            Optional.ofNullable(
                            AmazonFacts.marked(
                                    content,
                                    issue.path("CharacterOffsets"),
                                    "BeginOffsetChar",
                                    "EndOffsetChar"))
                    .or(() -> Fields.lenientText(issue, "Text"))
                    .ifPresent(issues::add);
        }
    }
}
