package io.throughline.channels.x;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.channels.text.Entities;
import io.throughline.model.Author;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Operation;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Posts of X, version 2 of its interface: a page of the recent search, a line of the filtered
 * stream, or an event of the compliance stream, told apart by content (see {@link XPage}).
 *
 * <p>Every edit of a post is a post with an id of its own, and lists the ids of all states so far.
 * So the natural id is the first of these and the revision the place in the list: an edit replaces
 * what was there, whether it comes by search or by stream. A post that was fetched without {@code
 * created_at} has its time in its id.
 */
public final class XMapper implements RecordMapper {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,19}");

    /** How every repost begins, for answers that do not name what a post refers to. */
    private static final Pattern REPOST = Pattern.compile("^RT @\\w{1,15}: ");

    @Override
    public String name() {
        return "x";
    }

    @Override
    public List<JsonNode> split(JsonNode document) {
        return XPage.records(document);
    }

    @Override
    public Outcome map(JsonNode post, RawEnvelope envelope, MapContext context) {
        if (XPage.isDisconnect(post)) {
            return new Outcome.Filtered("disconnect");
        }
        Optional<ComplianceEvent> compliance = ComplianceEvent.of(post);
        if (compliance.isPresent()) {
            return compliance(compliance.get(), envelope, context);
        }
        String id = number("id", Fields.requiredText(post, "id"));
        String text = words(post);
        if (isRepost(post, text)) {
            return new Outcome.Filtered("retweet");
        }
        List<JsonNode> states = Fields.items(post, "edit_history_tweet_ids");
        String first = states.isEmpty() ? id : state(states.get(0));
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), first)
                        .revision(revision(id, states))
                        .touchpoint(context.touchpoint())
                        .observedAt(envelope.observedAt())
                        .text(text);
        occurredAt(post, id, envelope, feedback);
        Fields.lenientText(post, "author_id")
                .map(author -> context.authors().keyOf(context.source(), author.strip()))
                .ifPresent(key -> feedback.author(new Author(key, Role.CUSTOMER)));
        PostFacts.add(post, id, context.page().root(), feedback);
        return new Outcome.Accepted(feedback.build());
    }

    /** A delete names one state of a post only; mostly there is just the one. */
    private static Outcome compliance(
            ComplianceEvent event, RawEnvelope envelope, MapContext context) {
        if (!event.removes()) {
            return new Outcome.Filtered("compliance");
        }
        return new Outcome.Accepted(
                new FeedbackBuilder(
                                context.channel(), context.source(), number("id", event.postId()))
                        .operation(Operation.DELETE)
                        .revision(Feedback.MAX_REVISION)
                        .occurredAt(envelope.observedAt())
                        .observedAt(envelope.observedAt())
                        .build());
    }

    /** A long post is cut in {@code text} and whole in {@code note_tweet}. */
    private static String words(JsonNode post) {
        Optional<String> text = Fields.words(post, "text");
        Optional<String> whole =
                Fields.object(post, "note_tweet").flatMap(note -> Fields.words(note, "text"));
        return whole.filter(words -> !words.isBlank())
                .or(() -> text)
                .map(Entities::decode)
                .map(String::strip)
                .orElseThrow(() -> RejectedException.missing("text"));
    }

    private static boolean isRepost(JsonNode post, String text) {
        if (Fields.absent(post.path("referenced_tweets"))) {
            return REPOST.matcher(text).find();
        }
        for (JsonNode reference : post.path("referenced_tweets")) {
            if (reference.path("type").asText().equals("retweeted")) {
                return true;
            }
        }
        return false;
    }

    private static long revision(String id, List<JsonNode> states) {
        for (int i = 0; i < states.size(); i++) {
            if (states.get(i).asText().equals(id)) {
                return i + 1L;
            }
        }
        return Math.max(1, states.size());
    }

    private static String state(JsonNode id) {
        return number("edit_history_tweet_ids", id.asText());
    }

    private static String number(String field, String id) {
        String stripped = id.strip();
        if (!NUMBER.matcher(stripped).matches()) {
            throw RejectedException.invalid(field, "is no post id");
        }
        return stripped;
    }

    private static void occurredAt(
            JsonNode post, String id, RawEnvelope envelope, FeedbackBuilder feedback) {
        Optional<String> created = Fields.text(post, "created_at").filter(text -> !text.isBlank());
        if (created.isPresent()) {
            feedback.occurredAt(Moments.iso("created_at", created.get(), envelope));
            return;
        }
        Optional<Instant> coined = Snowflake.time(id);
        if (coined.isPresent()) {
            feedback.occurredAt(Moments.checked("id", coined.get(), envelope))
                    .extra(Feedback.OCCURRED_AT_SOURCE, "id");
        } else {
            Moments.fromEnvelope(feedback, "created_at", envelope);
        }
    }
}
