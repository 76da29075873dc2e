package io.throughline.channels.webvtt;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.ChannelMapper;
import io.throughline.channels.Languages;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Decoded;
import io.throughline.channels.json.Fields;
import io.throughline.channels.transcript.CallTime;
import io.throughline.channels.transcript.FileStem;
import io.throughline.model.Author;
import io.throughline.model.Conversation;
import io.throughline.model.FailureReason;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Transcripts as people exchange them: WebVTT, SubRip or plain text with a speaker before each
 * line, a file a call; or JSON that holds such a text beside the call's id and time.
 *
 * <p>A file says neither what the call is called nor when it was: both are taken from its name, the
 * time else from outside. Text that does not tell speakers apart has no turn of the customer's and
 * so no text: half of it is the agent's.
 */
public final class WebVttMapper implements RecordMapper {

    private static final List<String> TEXT = names("Content", "Transcript", "Text");
    private static final List<String> ID = names("ConversationId", "CallId", "Id");
    private static final List<String> TIME = names("StartTime", "StartedAt", "Timestamp");
    private static final List<String> CLIENT = names("ClientId", "CustomerId");
    private static final List<String> LANGUAGE = names("Language", "LanguageCode");

    @Override
    public String name() {
        return "webvtt";
    }

    @Override
    public ChannelMapper mapper(Records records) {
        ChannelMapper json = records.each(this);
        return (envelope, context) ->
                isJson(envelope.payload())
                        ? json.map(envelope, context)
                        : List.of(file(envelope, context));
    }

    /** One call that is JSON. */
    @Override
    public Outcome map(JsonNode call, RawEnvelope envelope, MapContext context) {
        String text = required(call, TEXT);
        String id =
                first(call, ID)
                        .or(() -> FileStem.of(envelope))
                        .orElseThrow(() -> RejectedException.missing(ID.get(0)));
        FeedbackBuilder feedback = feedback(id, Transcript.of(text), envelope, context);
        Optional<String> time = first(call, TIME);
        if (time.isPresent()) {
            feedback.occurredAt(Moments.iso(TIME.get(0), time.get(), envelope));
        } else {
            CallTime.set(feedback, envelope);
        }
        first(call, CLIENT)
                .map(client -> context.authors().keyOf(context.source(), client))
                .ifPresent(key -> feedback.author(new Author(key, Role.CUSTOMER)));
        first(call, LANGUAGE).ifPresent(tag -> Languages.set(feedback, tag));
        return new Outcome.Accepted(feedback.build());
    }

    private static Outcome file(RawEnvelope envelope, MapContext context) {
        Decoded decoded = Decoded.of(envelope.payload(), StandardCharsets.UTF_8);
        if (!decoded.valid()) {
            throw new RejectedException(
                    FailureReason.INVALID_ENCODING, "there are bytes that are no UTF-8");
        }
        String text = Decoded.wellFormed(decoded.text());
        String begin = text.stripLeading();
        begin = begin.substring(0, Math.min(begin.length(), 20)).toLowerCase(Locale.ROOT);
        if (begin.isEmpty()) {
            throw new RejectedException(FailureReason.MALFORMED, "there is nothing in it");
        }
        if (begin.startsWith("<!doctype")
                || begin.startsWith("<html")
                || begin.startsWith("<?xml")) {
            throw new RejectedException(
                    FailureReason.MALFORMED,
                    "a transcript is due, and this is an HTML or XML page");
        }
        String id =
                FileStem.of(envelope)
                        .orElseThrow(() -> RejectedException.missing("the file's name"));
        FeedbackBuilder feedback = feedback(id, Transcript.of(text), envelope, context);
        CallTime.set(feedback, envelope);
        return new Outcome.Accepted(feedback.build());
    }

    private static FeedbackBuilder feedback(
            String id, Transcript transcript, RawEnvelope envelope, MapContext context) {
        Conversation conversation = new Conversation(id, transcript.turns());
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), id)
                        .touchpoint(context.touchpoint())
                        .observedAt(envelope.observedAt())
                        .author(new Author(null, Role.CUSTOMER))
                        .spoken(conversation);
        if (!transcript.attributed()) {
            feedback.extra("speakers", "unknown");
        }
        if (transcript.language() != null) {
            Languages.set(feedback, transcript.language());
        }
        return feedback;
    }

    private static boolean isJson(byte[] payload) {
        for (byte b : payload) {
            if (b == '{') {
                return true;
            }
            if (b == '[') {
                return looksLikeList(payload);
            }
            if (b > ' ') {
                return false;
            }
        }
        return false;
    }

    /** A text may begin with a time or a remark in brackets. */
    private static boolean looksLikeList(byte[] payload) {
        boolean open = false;
        for (byte b : payload) {
            if (open && b > ' ') {
                return b == '{' || b == ']';
            }
            open |= b == '[';
        }
        return false;
    }

    private static String required(JsonNode call, List<String> names) {
        for (String name : names) {
            Optional<String> words = Fields.words(call, name);
            if (words.isPresent()) {
                return words.get();
            }
        }
        throw RejectedException.missing(names.get(0));
    }

    private static Optional<String> first(JsonNode call, List<String> names) {
        for (String name : names) {
            Optional<String> text = Fields.text(call, name).map(String::strip);
            if (text.isPresent() && !text.get().isEmpty()) {
                return text;
            }
        }
        return Optional.empty();
    }

    /** Each with an upper and with a lower case letter first. */
    private static List<String> names(String... names) {
        return Stream.of(names)
                .flatMap(
                        name ->
                                Stream.of(
                                        name,
                                        name.substring(0, 1).toLowerCase(Locale.ROOT)
                                                + name.substring(1)))
                .toList();
    }
}
