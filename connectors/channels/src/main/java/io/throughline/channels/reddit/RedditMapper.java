package io.throughline.channels.reddit;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapContext;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.Author;
import io.throughline.model.FailureReason;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Operation;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Posts and comments of Reddit, as its listings hold them (see {@link Listing}).
 *
 * <p>What was deleted by its author or removed by a moderator stays in a listing with a mark
 * instead of its words; that takes the feedback back. The mark has no time, so such a delete is
 * newer than everything. The natural id is the full name, {@code t1_…} for a comment and {@code
 * t3_…} for a post, since the two count their ids separately.
 */
public final class RedditMapper implements RecordMapper {

    private static final Set<String> MARKS =
            Set.of("[deleted]", "[removed]", "[ removed by reddit ]", "[deleted by user]");
    private static final String SITE = "https://www.reddit.com";

    @Override
    public String name() {
        return "reddit";
    }

    @Override
    public List<JsonNode> split(JsonNode document) {
        return Listing.things(document);
    }

    @Override
    public Outcome map(JsonNode thing, RawEnvelope envelope, MapContext context) {
        String kind = Fields.requiredText(thing, "kind").strip();
        if (kind.equals("more")) {
            return new Outcome.Filtered("more");
        }
        boolean comment = kind.equals("t1");
        if (!comment && !kind.equals("t3")) {
            throw new RejectedException(
                    FailureReason.UNSUPPORTED, "only posts (t3) and comments (t1) are read");
        }
        JsonNode data =
                Fields.object(thing, "data").orElseThrow(() -> RejectedException.missing("data"));
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), fullName(kind, data))
                        .observedAt(envelope.observedAt());
        String[] words = words(data, comment);
        if (isGone(words, data)) {
            return new Outcome.Accepted(
                    feedback.operation(Operation.DELETE)
                            .revision(Feedback.MAX_REVISION)
                            .occurredAt(envelope.observedAt())
                            .build());
        }
        Instant created =
                Seconds.of(data, "created_utc", envelope)
                        .orElseThrow(() -> RejectedException.missing("created_utc"));
        Optional<Instant> edited =
                Fields.absent(data.path("edited")) || data.path("edited").isBoolean()
                        ? Optional.empty()
                        : Seconds.of(data, "edited", envelope);
        feedback.touchpoint(context.touchpoint())
                .occurredAt(created)
                .revision(
                        edited.filter(time -> time.isAfter(created)).orElse(created).toEpochMilli())
                .text(text(words, data, comment))
                .url(url(data, comment));
        Fields.lenientText(data, "author")
                .map(String::strip)
                .filter(author -> !isMark(author))
                .map(author -> context.authors().keyOf(context.source(), author))
                .ifPresent(key -> feedback.author(new Author(key, Role.CUSTOMER)));
        ThingFacts.add(data, comment, feedback);
        return new Outcome.Accepted(feedback.build());
    }

    private static String fullName(String kind, JsonNode data) {
        return Fields.text(data, "name")
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> kind + "_" + Fields.requiredText(data, "id").strip());
    }

    /** Of a comment its body; of a post its title and its own text, which a link has not. */
    private static String[] words(JsonNode data, boolean comment) {
        if (comment) {
            String body =
                    Fields.words(data, "body").orElseThrow(() -> RejectedException.missing("body"));
            return new String[] {body};
        }
        String title =
                Fields.words(data, "title").orElseThrow(() -> RejectedException.missing("title"));
        return new String[] {title, Fields.words(data, "selftext").orElse("")};
    }

    private static boolean isGone(String[] words, JsonNode data) {
        boolean marked = Stream.of(words).anyMatch(RedditMapper::isMark);
        return marked || Fields.lenientText(data, "removed_by_category").isPresent();
    }

    private static boolean isMark(String words) {
        return MARKS.contains(words.strip().toLowerCase(Locale.ROOT));
    }

    private static String text(String[] words, JsonNode data, boolean comment) {
        String html = data.path(comment ? "body_html" : "selftext_html").asText("");
        Stream<String> read =
                Stream.of(words).map(part -> Markdown.words(part, html.startsWith("&lt;")));
        return read.filter(part -> !part.isBlank()).collect(Collectors.joining("\n"));
    }

    private static String url(JsonNode data, boolean comment) {
        Optional<String> link = Fields.lenientText(data, "permalink");
        if (link.isPresent()) {
            return link.get().startsWith("/") ? SITE + link.get() : link.get();
        }
        Optional<String> id = Fields.lenientText(data, "id");
        Optional<String> post =
                comment
                        ? Fields.lenientText(data, "link_id").map(name -> name.replace("t3_", ""))
                        : id;
        return post.filter(there -> id.isPresent())
                .map(there -> SITE + "/comments/" + there + (comment ? "/_/" + id.get() : "") + "/")
                .orElse(null);
    }
}
