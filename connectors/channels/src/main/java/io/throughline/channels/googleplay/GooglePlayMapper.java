package io.throughline.channels.googleplay;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Languages;
import io.throughline.channels.MapContext;
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
import java.util.List;
import java.util.Optional;

/**
 * Reviews of an app as the Google Play Developer API lists them ({@code reviews.list}, {@code
 * reviews.get}): one review is one feedback, and an edit is a later revision of it.
 *
 * <p>A review holds comments: the customer's and, perhaps, the developer's answer, which is
 * nobody's feedback. Of several comments of the customer the one last modified counts. Title and
 * body come in one text with a tab between them, the title often empty; here they are two lines.
 * {@code reviewerLanguage} is the language of the device and not of the words, so it becomes the
 * locale and the language is left to be detected. Where Google translated the review, the text is
 * the original and the translation an extra.
 *
 * <p>Extras: {@code appVersion}, {@code appVersionCode}, {@code androidOsVersion}, {@code device},
 * {@code deviceClass}, {@code manufacturer}, {@code productName}, {@code reviewerLanguage}, {@code
 * thumbsUp}, {@code thumbsDown}, {@code translation}, {@code answeredAt} (when the developer
 * answered).
 */
public final class GooglePlayMapper implements RecordMapper {

    private static final int WORST = 1;
    private static final int BEST = 5;

    /** What stands for the name of everybody who has none or hides it. */
    private static final String NOBODY = "a google user";

    @Override
    public String name() {
        return "google-play";
    }

    @Override
    public List<JsonNode> split(JsonNode document) {
        if (!document.isObject()) {
            throw new RejectedException(FailureReason.MALFORMED, "this is no page of reviews");
        }
        if (document.has("reviewId") || document.has("comments")) {
            return List.of(document);
        }
        if (document.has("error")) {
            throw new RejectedException(FailureReason.MALFORMED, "this is an error of the API");
        }
        try {
            return Fields.items(document, "reviews");
        } catch (RejectedException e) {
            throw new RejectedException(FailureReason.MALFORMED, "'reviews' is no list");
        }
    }

    @Override
    public Outcome map(JsonNode review, RawEnvelope envelope, MapContext context) {
        String id = Fields.requiredText(review, "reviewId").strip();
        Comments comments = Comments.of(review, envelope);
        JsonNode comment = comments.customers();
        Instant modified = comments.modified();
        Optional<String> text = text(comment);
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), id)
                        .touchpoint(context.touchpoint())
                        .occurredAt(modified)
                        .revision(modified.toEpochMilli())
                        .observedAt(envelope.observedAt())
                        .text(text.orElse(null));
        rating(comment, text.isPresent(), feedback);
        author(review, context, feedback);
        Fields.lenientText(comment, "reviewerLanguage")
                .map(Languages::tagOf)
                .filter(tag -> tag.contains("-"))
                .ifPresent(feedback::locale);
        extras(comment, feedback);
        comments.answeredAt().ifPresent(at -> feedback.extra("answeredAt", at.toString()));
        return new Outcome.Accepted(feedback.build());
    }

    /** Title and body, each on its line; what was said before Google translated it. */
    private static Optional<String> text(JsonNode comment) {
        Optional<String> text = words(comment, "text");
        return words(comment, "originalText").or(() -> text);
    }

    private static Optional<String> words(JsonNode comment, String name) {
        String text = Fields.words(comment, name).orElse("");
        int tab = text.indexOf('\t');
        if (tab >= 0) {
            String title = text.substring(0, tab).strip();
            String body = text.substring(tab + 1).strip();
            text = title.isEmpty() || body.isEmpty() ? title + body : title + "\n" + body;
        }
        return text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private static void rating(JsonNode comment, boolean hasText, FeedbackBuilder feedback) {
        Optional<String> stars = Fields.text(comment, "starRating");
        if (stars.isPresent()) {
            feedback.rating(Ratings.steps("starRating", stars.get(), WORST, BEST));
        } else if (!hasText) {
            throw RejectedException.missing("starRating");
        }
    }

    private static void author(JsonNode review, MapContext context, FeedbackBuilder feedback) {
        Fields.lenientText(review, "authorName")
                .map(String::strip)
                .filter(name -> !name.equalsIgnoreCase(NOBODY))
                .map(name -> context.authors().keyOf(context.source(), name))
                .ifPresent(key -> feedback.author(new Author(key, Role.CUSTOMER)));
    }

    private static void extras(JsonNode comment, FeedbackBuilder feedback) {
        JsonNode device = comment.path("deviceMetadata");
        Fields.extra(feedback, "appVersion", comment, "appVersionName");
        Fields.extra(feedback, "appVersionCode", comment, "appVersionCode");
        Fields.extra(feedback, "androidOsVersion", comment, "androidOsVersion");
        Fields.extra(feedback, "device", comment, "device");
        Fields.extra(feedback, "deviceClass", device, "deviceClass");
        Fields.extra(feedback, "manufacturer", device, "manufacturer");
        Fields.extra(feedback, "productName", device, "productName");
        Fields.extra(feedback, "reviewerLanguage", comment, "reviewerLanguage");
        Fields.extra(feedback, "thumbsUp", comment, "thumbsUpCount");
        Fields.extra(feedback, "thumbsDown", comment, "thumbsDownCount");
        if (words(comment, "originalText").isPresent()) {
            feedback.extra("translation", words(comment, "text").orElse(null));
        }
    }
}
