package io.throughline.channels.googleplay;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Moments;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.RawEnvelope;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The comments of a review, sorted out.
 *
 * @param customers the customer's comment that was modified last
 * @param modified when it was
 * @param answeredAt when the developer answered last; empty without an answer whose time is
 *     readable
 */
record Comments(JsonNode customers, Instant modified, Optional<Instant> answeredAt) {

    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,12}");
    private static final String MODIFIED = "lastModified";

    /**
     * @throws RejectedException when none is the customer's, or when one of the customer's cannot
     *     be put in time
     */
    static Comments of(JsonNode review, RawEnvelope envelope) {
        JsonNode latest = null;
        Instant modified = null;
        Instant answered = null;
        for (JsonNode comment : Fields.items(review, "comments")) {
            if (!comment.isObject()) {
                throw RejectedException.invalid("comments", "holds something else than objects");
            }
            Optional<JsonNode> customers = Fields.object(comment, "userComment");
            if (customers.isPresent()) {
                Instant at = Moments.checked(MODIFIED, time(customers.get()), envelope);
                if (modified == null || !at.isBefore(modified)) {
                    latest = customers.get();
                    modified = at;
                }
            }
            answered = later(answered, comment.path("developerComment"));
        }
        if (latest == null) {
            throw RejectedException.missing("comments.userComment");
        }
        return new Comments(latest, modified, Optional.ofNullable(answered));
    }

    /** An answer is not what we are after, so one without a readable time is passed over. */
    private static Instant later(Instant known, JsonNode answer) {
        if (!answer.isObject()) {
            return known;
        }
        try {
            Instant at = time(answer);
            return known == null || at.isAfter(known) ? at : known;
        } catch (RejectedException e) {
            return known;
        }
    }

    /** Seconds since 1970, a text since it is an int64, and nanoseconds beside it. */
    private static Instant time(JsonNode comment) {
        JsonNode modified =
                Fields.object(comment, MODIFIED)
                        .orElseThrow(() -> RejectedException.missing(MODIFIED));
        long seconds = whole(Fields.requiredText(modified, "seconds"), "seconds");
        long nanos = Fields.text(modified, "nanos").map(text -> whole(text, "nanos")).orElse(0L);
        try {
            return Instant.ofEpochSecond(seconds, nanos);
        } catch (DateTimeException e) {
            throw RejectedException.invalid(MODIFIED, "is no time");
        }
    }

    private static long whole(String text, String name) {
        if (!WHOLE.matcher(text.strip()).matches()) {
            throw RejectedException.invalid(MODIFIED + "." + name, "is no whole number");
        }
        return Long.parseLong(text.strip());
    }
}
