package io.throughline.channels.mail;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Languages;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.Author;
import io.throughline.model.Conversation;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import io.throughline.model.Turn;
import java.util.Optional;

/**
 * Mails of customers, read by {@link Letters}: one mail is one feedback. What no customer wrote is
 * filtered. Its conversation is the thread it belongs to, named by the message id the thread began
 * with; a mail that begins one has none yet.
 *
 * <p>Extras: {@code subject}.
 */
public final class EmailMapper implements RecordMapper {

    @Override
    public String name() {
        return "email";
    }

    @Override
    public Outcome map(JsonNode letter, RawEnvelope envelope, MapContext context) {
        Optional<String> auto = Fields.lenientText(letter, "auto");
        if (auto.isPresent()) {
            return new Outcome.Filtered(auto.get());
        }
        String id =
                Fields.lenientText(letter, "messageId")
                        .orElseThrow(() -> RejectedException.missing("Message-ID"));
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), id)
                        .touchpoint(context.touchpoint())
                        .observedAt(envelope.observedAt());
        time(letter, envelope, feedback);
        Fields.lenientText(letter, "from")
                .map(from -> context.authors().keyOf(context.source(), from))
                .ifPresent(key -> feedback.author(new Author(key, Role.CUSTOMER)));
        text(letter, feedback);
        Fields.lenientText(letter, "language").ifPresent(tag -> Languages.set(feedback, tag));
        Fields.lenientText(letter, "subject").ifPresent(text -> feedback.extra("subject", text));
        return new Outcome.Accepted(feedback.build());
    }

    private static void time(JsonNode letter, RawEnvelope envelope, FeedbackBuilder feedback) {
        Optional<String> date = Fields.lenientText(letter, "date");
        if (date.isEmpty()) {
            Moments.fromEnvelope(feedback, "Date", envelope);
            return;
        }
        feedback.occurredAt(
                Moments.checked(
                        "Date",
                        MailDates.read(date.get())
                                .orElseThrow(
                                        () -> RejectedException.invalid("Date", "is no mail date")),
                        envelope));
    }

    /** A mail without words of its own says what its subject says, unless that is an answer's. */
    private static void text(JsonNode letter, FeedbackBuilder feedback) {
        Optional<String> text =
                Fields.lenientText(letter, "text")
                        .or(
                                () ->
                                        letter.path("reply").asBoolean()
                                                ? Optional.empty()
                                                : Fields.lenientText(letter, "subject"));
        feedback.text(text.orElse(null));
        Fields.lenientText(letter, "thread")
                .ifPresent(
                        thread ->
                                feedback.conversation(
                                        new Conversation(
                                                thread,
                                                text.stream()
                                                        .map(
                                                                said ->
                                                                        new Turn(
                                                                                0,
                                                                                Role.CUSTOMER,
                                                                                said,
                                                                                null,
                                                                                null))
                                                        .toList())));
    }
}
