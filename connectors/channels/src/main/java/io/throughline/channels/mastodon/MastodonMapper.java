package io.throughline.channels.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.ChannelMapper;
import io.throughline.channels.Languages;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.json.Fields;
import io.throughline.channels.text.HtmlText;
import io.throughline.model.Author;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Statuses of Mastodon: one object, a timeline's list, or the events of a stream (see {@link
 * StreamEvents}).
 *
 * <p>The revision is the time of the last edit in epoch milliseconds, so that {@code status.update}
 * replaces what {@code update} brought; an edit before the creation is no edit. A boost repeats
 * somebody else's words and is filtered as {@code reblog}: its original is its own record. A
 * content warning is the text's first line.
 *
 * <p>Extras: {@code visibility}, {@code bot}, {@code tags}, {@code inReplyToId}, {@code
 * repliesCount}, {@code reblogsCount}, {@code favouritesCount}.
 */
public final class MastodonMapper implements RecordMapper {

    /** The reason a boost is filtered with. */
    public static final String REBLOG = "reblog";

    @Override
    public String name() {
        return "mastodon";
    }

    /** Reads the events of a stream, and everything else as statuses. */
    @Override
    public ChannelMapper mapper(Records records) {
        return new StreamEvents(records.each(this));
    }

    @Override
    public Outcome map(JsonNode status, RawEnvelope envelope, MapContext context) {
        String id = Fields.requiredText(status, "id").strip();
        if (!Fields.absent(status.path("reblog"))) {
            return new Outcome.Filtered(REBLOG);
        }
        Instant created =
                Moments.iso("created_at", Fields.requiredText(status, "created_at"), envelope);
        Optional<Instant> edited =
                Fields.text(status, "edited_at")
                        .filter(text -> !text.isBlank())
                        .map(text -> Moments.iso("edited_at", text, envelope))
                        .filter(time -> time.isAfter(created));
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), id)
                        .touchpoint(context.touchpoint())
                        .revision(edited.orElse(created).toEpochMilli())
                        .occurredAt(created)
                        .observedAt(envelope.observedAt())
                        .text(text(status));
        Fields.lenientText(status, "language").ifPresent(tag -> Languages.set(feedback, tag));
        Fields.lenientText(status, "url")
                .or(() -> Fields.lenientText(status, "uri"))
                .ifPresent(feedback::url);
        author(status.path("account"), context, feedback);
        extras(status, feedback);
        return new Outcome.Accepted(feedback.build());
    }

    private static String text(JsonNode status) {
        return Stream.of("spoiler_text", "content")
                .map(field -> Fields.words(status, field).map(HtmlText::of).orElse(""))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static void author(JsonNode account, MapContext context, FeedbackBuilder feedback) {
        Fields.lenientText(account, "id")
                .or(() -> Fields.lenientText(account, "acct"))
                .map(id -> context.authors().keyOf(context.source(), id))
                .ifPresent(key -> feedback.author(new Author(key, Role.CUSTOMER)));
    }

    private static void extras(JsonNode status, FeedbackBuilder feedback) {
        Fields.extra(feedback, "visibility", status, "visibility");
        Fields.extra(feedback, "inReplyToId", status, "in_reply_to_id");
        Fields.extra(feedback, "repliesCount", status, "replies_count");
        Fields.extra(feedback, "reblogsCount", status, "reblogs_count");
        Fields.extra(feedback, "favouritesCount", status, "favourites_count");
        Fields.extra(feedback, "bot", status.path("account"), "bot");
        List<String> tags = new ArrayList<>();
        for (JsonNode tag : status.path("tags")) {
            Fields.lenientText(tag, "name").ifPresent(tags::add);
        }
        feedback.extra("tags", String.join(", ", tags));
    }
}
