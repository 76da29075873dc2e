package io.throughline.channels.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.channels.time.Times;
import io.throughline.model.FailureReason;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One frame of Jetstream. The first format has {@code kind} and {@code time_us} on top and the
 * commit below; the second wraps everything in {@code payload} and names the kind in its {@code
 * $type}. What a server says about itself rather than about a record is a kind too, except an
 * error, after which it closes the connection: that is {@code UNSUPPORTED}, so that it is seen.
 *
 * @param kind {@code commit}, {@code identity}, {@code account}, {@code sync} or {@code info}
 * @param outer what holds the account's id and the time
 * @param body what holds the record of a commit
 * @param timeField the field that says when the server saw it
 */
record JetstreamEvent(String kind, JsonNode outer, JsonNode body, String timeField) {

    static final String COMMIT = "commit";

    private static final Set<String> KINDS = Set.of(COMMIT, "identity", "account", "sync", "info");
    private static final Set<String> GONE = Set.of("deleted", "takendown");
    private static final Pattern SHOWN = Pattern.compile("[A-Za-z0-9.#_-]{1,80}");

    /** The latest that fits into an instant without overflow: the year 9999. */
    private static final long LATEST_MICROS = 253_402_300_799_000_000L;

    static JetstreamEvent of(JsonNode frame) {
        String type = Fields.text(frame, "$type").orElse("");
        if (type.equals("error") || (Fields.absent(frame.path("kind")) && frame.has("error"))) {
            throw unsupported("error", Fields.lenientText(frame, "error").orElse(""));
        }
        if (type.equals("message")) {
            JsonNode payload =
                    Fields.object(frame, "payload")
                            .orElseThrow(() -> RejectedException.missing("payload"));
            return second(required(payload, "$type"), payload);
        }
        if (type.contains("#")) {
            return second(type, frame);
        }
        String kind = known(required(frame, "kind"));
        JsonNode body = frame;
        if (kind.equals(COMMIT)) {
            body =
                    Fields.object(frame, COMMIT)
                            .orElseThrow(() -> RejectedException.missing(COMMIT));
        }
        return new JetstreamEvent(kind, frame, body, "time_us");
    }

    private static JetstreamEvent second(String type, JsonNode payload) {
        String kind = known(type.substring(type.indexOf('#') + 1));
        return new JetstreamEvent(kind, payload, payload, "time");
    }

    private static String known(String kind) {
        if (!KINDS.contains(kind)) {
            throw unsupported("kind", kind);
        }
        return kind;
    }

    /** A text, not a number, that must be there and not blank. */
    static String required(JsonNode parent, String name) {
        return Fields.words(parent, name)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> RejectedException.missing(name));
    }

    static RejectedException unsupported(String what, String value) {
        String shown = SHOWN.matcher(value).matches() ? " '" + value + "'" : "";
        return new RejectedException(
                FailureReason.UNSUPPORTED,
                what.equals("error")
                        ? "the server reports an error" + shown
                        : what + shown + " is not known");
    }

    /**
     * Why an event that is no commit is left out; an account that is gone is told from a change.
     */
    String filterReason() {
        if (kind.equals("account")) {
            JsonNode account = outer.path("account");
            boolean gone = GONE.contains(account.path("status").asText());
            return gone && !account.path("active").asBoolean(true) ? "account-deleted" : kind;
        }
        boolean outdated = outer.path("name").asText().equals("OutdatedCursor");
        return kind.equals("info") && outdated ? "outdated-cursor" : kind;
    }

    /** When the server saw it. */
    Instant seenAt() {
        JsonNode time = outer.path(timeField);
        if (Fields.absent(time)) {
            throw RejectedException.missing(timeField);
        }
        if (timeField.equals("time")) {
            return Times.iso(Fields.requiredText(outer, timeField), ZoneOffset.UTC)
                    .orElseThrow(() -> RejectedException.invalid(timeField, "is no RFC 3339 time"));
        }
        boolean micros = time.isIntegralNumber() && time.canConvertToLong();
        if (!micros || time.asLong() < 0 || time.asLong() > LATEST_MICROS) {
            throw RejectedException.invalid(timeField, "is no number of microseconds");
        }
        return Instant.ofEpochSecond(time.asLong() / 1_000_000, time.asLong() % 1_000_000 * 1_000);
    }
}
