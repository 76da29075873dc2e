package io.throughline.channels.appstore;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.Ratings;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.Author;
import io.throughline.model.FailureReason;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Customer reviews as the App Store's feed gives them: {@code feed.entry[]}, every scalar a text in
 * {@code {"label": …}}.
 *
 * <p>A page can hold no {@code entry} at all, a single one without a list around it, or the app
 * itself as its first, which has {@code im:name} and no rating and is no record. Entries of
 * captures before 2021 have no {@code updated}: their time is known from outside the payload alone,
 * and their revision is 1. A rating is required where there are no words; one that is there must be
 * readable.
 *
 * <p>Extras: {@code appVersion}, {@code appId}, {@code territory} (two letters, upper case), {@code
 * voteSum}, {@code voteCount}.
 */
public final class AppStoreMapper implements RecordMapper {

    private static final int WORST = 1;
    private static final int BEST = 5;

    @Override
    public String name() {
        return "app-store";
    }

    @Override
    public List<JsonNode> split(JsonNode document) {
        if (!document.isObject()) {
            throw new RejectedException(FailureReason.MALFORMED, "this is no feed page");
        }
        if (!document.has("feed")) {
            if (document.has("id") || document.has("im:rating")) {
                return List.of(document);
            }
            throw new RejectedException(FailureReason.MALFORMED, "there is no 'feed' in it");
        }
        JsonNode feed = document.get("feed");
        if (!feed.isObject()) {
            throw new RejectedException(FailureReason.MALFORMED, "'feed' is no object");
        }
        JsonNode entry = feed.path("entry");
        if (Fields.absent(entry)) {
            return List.of();
        }
        List<JsonNode> entries = new ArrayList<>();
        if (entry.isArray()) {
            entry.forEach(entries::add);
        } else if (entry.isObject()) {
            entries.add(entry);
        } else if (entry.isValueNode() && !entry.isPojo()) {
            throw new RejectedException(FailureReason.MALFORMED, "'feed.entry' is no list");
        } else {
            entries.add(entry);
        }
        if (!entries.isEmpty() && isApp(entries.get(0))) {
            entries.remove(0);
        }
        return entries;
    }

    private static boolean isApp(JsonNode entry) {
        return entry.has("im:name") && !entry.has("im:rating");
    }

    @Override
    public Outcome map(JsonNode entry, RawEnvelope envelope, MapContext context) {
        String id = label(entry, "id").orElseThrow(() -> RejectedException.missing("id"));
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), id.strip())
                        .touchpoint(context.touchpoint())
                        .observedAt(envelope.observedAt());
        time(entry, envelope, feedback);
        String text = text(entry);
        feedback.text(text);
        rating(entry, text, feedback);
        AppStoreLinks links = AppStoreLinks.of(entry);
        author(entry, links)
                .map(author -> context.authors().keyOf(context.source(), author))
                .ifPresent(key -> feedback.author(new Author(key, Role.CUSTOMER)));
        feedback.url(links.review())
                .extra("appId", links.appId())
                .extra("territory", links.territory())
                .extra("appVersion", lenientLabel(entry.path("im:version")))
                .extra("voteSum", lenientLabel(entry.path("im:voteSum")))
                .extra("voteCount", lenientLabel(entry.path("im:voteCount")));
        return new Outcome.Accepted(feedback.build());
    }

    /** Old captures leave the field out; one that is there must hold a time. */
    private static void time(JsonNode entry, RawEnvelope envelope, FeedbackBuilder feedback) {
        if (Fields.absent(entry.path("updated"))) {
            Moments.fromEnvelope(feedback, "updated", envelope);
            return;
        }
        String updated =
                label(entry, "updated").orElseThrow(() -> RejectedException.missing("updated"));
        Instant time = Moments.iso("updated", updated, envelope);
        feedback.occurredAt(time).revision(time.toEpochMilli());
    }

    private static String text(JsonNode entry) {
        Optional<String> title = label(entry, "title");
        Optional<String> content = label(entry, "content");
        if (title.isPresent() && content.isPresent()) {
            return title.get() + "\n" + content.get();
        }
        return title.or(() -> content).orElse(null);
    }

    private static void rating(JsonNode entry, String text, FeedbackBuilder feedback) {
        Optional<String> rating = rawLabel(entry, "im:rating");
        if (rating.isPresent()) {
            feedback.rating(Ratings.steps("im:rating", rating.get(), WORST, BEST));
        } else if (text == null) {
            throw RejectedException.missing("im:rating");
        }
    }

    private static Optional<String> author(JsonNode entry, AppStoreLinks links) {
        return Optional.ofNullable(links.authorId())
                .or(() -> Optional.ofNullable(lenientLabel(entry.path("author").path("name"))));
    }

    /** The label of a field; empty when absent, null or blank. */
    private static Optional<String> label(JsonNode entry, String name) {
        return rawLabel(entry, name).filter(label -> !label.isBlank());
    }

    /** The label of a field as it is, blank or not; empty when absent or null. */
    private static Optional<String> rawLabel(JsonNode entry, String name) {
        Optional<JsonNode> field = Fields.object(entry, name);
        if (field.isEmpty()) {
            return Optional.empty();
        }
        JsonNode label = field.get().path("label");
        if (!Fields.absent(label) && !label.isTextual() && !label.isNumber()) {
            throw RejectedException.invalid(name + ".label", "is no text");
        }
        return Fields.text(field.get(), "label");
    }

    static String lenientLabel(JsonNode field) {
        return Fields.lenientText(field, "label").orElse(null);
    }
}
