package io.throughline.channels.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.channels.time.Times;
import io.throughline.model.Author;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Operation;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Posts of Bluesky as Jetstream hands them on, in its first and its second format, told apart by
 * content (see {@link JetstreamEvent}).
 *
 * <p>A post has no id of its own: its address {@code at://DID/COLLECTION/RKEY} is the natural id,
 * and the revision of the repository, which holds a time, says which of two states of it is the
 * later one. {@code createdAt} is what the author's program claims; it counts unless it is before
 * 1990 or after the server saw the post, and then the server's time is taken.
 */
public final class BlueskyMapper implements RecordMapper {

    private static final String POST = "app.bsky.feed.post";

    @Override
    public String name() {
        return "bluesky";
    }

    @Override
    public Outcome map(JsonNode frame, RawEnvelope envelope, MapContext context) {
        JetstreamEvent event = JetstreamEvent.of(frame);
        if (!event.kind().equals(JetstreamEvent.COMMIT)) {
            return new Outcome.Filtered(event.filterReason());
        }
        JsonNode commit = event.body();
        String collection = JetstreamEvent.required(commit, "collection");
        if (!collection.equals(POST)) {
            return new Outcome.Filtered("not-a-post");
        }
        String operation = JetstreamEvent.required(commit, "operation");
        String did = JetstreamEvent.required(event.outer(), "did");
        String key = JetstreamEvent.required(commit, "rkey");
        Instant seen = Moments.checked(event.timeField(), event.seenAt(), envelope);
        FeedbackBuilder feedback =
                new FeedbackBuilder(
                                context.channel(),
                                context.source(),
                                "at://" + did + "/" + collection + "/" + key)
                        .revision(revision(commit, seen))
                        .observedAt(envelope.observedAt());
        switch (operation) {
            case "create", "update" -> {
                JsonNode post =
                        Fields.object(commit, "record")
                                .orElseThrow(() -> RejectedException.missing("record"));
                feedback.touchpoint(context.touchpoint())
                        .url("https://bsky.app/profile/" + did + "/post/" + key)
                        .author(
                                new Author(
                                        context.authors().keyOf(context.source(), did),
                                        Role.CUSTOMER))
                        .text(Fields.words(post, "text").map(String::strip).orElse(null));
                occurredAt(post, seen, event.timeField(), feedback);
                PostFacts.add(post, feedback);
            }
            case "delete" -> feedback.operation(Operation.DELETE).occurredAt(seen);
            default -> throw JetstreamEvent.unsupported("operation", operation);
        }
        return new Outcome.Accepted(feedback.build());
    }

    /**
     * The time in the repository's revision in epoch milliseconds; of one that is none, the time it
     * was seen. Unlike the latter it is the same whichever server is asked.
     */
    private static long revision(JsonNode commit, Instant seen) {
        return Fields.text(commit, "rev")
                .flatMap(Tid::millis)
                .filter(millis -> millis <= Feedback.MAX_REVISION)
                .orElse(seen.toEpochMilli());
    }

    private static void occurredAt(
            JsonNode post, Instant seen, String seenField, FeedbackBuilder feedback) {
        Optional<Instant> claimed = Fields.words(post, "createdAt").map(BlueskyMapper::time);
        if (claimed.isPresent()
                && !claimed.get().isAfter(seen)
                && !claimed.get().isBefore(Moments.EARLIEST)) {
            feedback.occurredAt(claimed.get());
        } else {
            feedback.occurredAt(seen).extra(Feedback.OCCURRED_AT_SOURCE, seenField);
        }
    }

    private static Instant time(String text) {
        return Times.iso(text, ZoneOffset.UTC)
                .orElseThrow(() -> RejectedException.invalid("createdAt", "is no ISO 8601 time"));
    }
}
