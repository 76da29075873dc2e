package io.throughline.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One piece of customer feedback in the canonical form, whatever channel it came by. Made with
 * {@link FeedbackBuilder}.
 *
 * @param id {@code channel:source:naturalId}, see {@link #idOf}
 * @param source channel id, e.g. {@code app-store}
 * @param naturalId what the source calls it
 * @param revision grows with every edit; 0 to {@link #MAX_REVISION}
 * @param touchpoint where in the journey's world it was given, e.g. {@code app-store}; may be null
 * @param occurredAt when the customer gave it
 * @param observedAt when we first saw these bytes
 * @param author null when the source names nobody and the role is unknown
 * @param conversation null when it is a single text
 * @param text the customer's voice; null when there is none
 * @param rating null when none was given
 * @param language BCP 47 primary tag such as {@code en}; null when unknown
 * @param locale such as {@code en-US}; null when unknown
 * @param url link to the original; null when there is none
 * @param extras whatever else the source says, flattened to text; sorted by key
 * @param provenance null outside the pipeline
 */
public record Feedback(
        String id,
        Channel channel,
        String source,
        String naturalId,
        long revision,
        Operation operation,
        String touchpoint,
        Instant occurredAt,
        Instant observedAt,
        Author author,
        Conversation conversation,
        String text,
        Rating rating,
        String language,
        String locale,
        String url,
        Map<String, String> extras,
        Provenance provenance) {

    /**
     * Highest revision, 2^43 - 1. Leaves 20 bits for the tag generation in a document version, and
     * holds epoch milliseconds until the year 2248. A delete that names no revision has this one,
     * so that it is newer than everything.
     */
    public static final long MAX_REVISION = (1L << 43) - 1;

    /** Extra that says where {@link #occurredAt} is from when the payload itself has no time. */
    public static final String OCCURRED_AT_SOURCE = "occurredAtSource";

    private static final int MAX_NATURAL_ID_BYTES = 300;

    public Feedback {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(naturalId, "naturalId");
        Objects.requireNonNull(operation, "operation");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(observedAt, "observedAt");
        extras = Collections.unmodifiableMap(new TreeMap<>(extras));
        if (revision < 0 || revision > MAX_REVISION) {
            throw new IllegalArgumentException("revision " + revision + " is out of range");
        }
    }

    /**
     * The deterministic id. A natural id of more than 300 UTF-8 bytes is replaced by its SHA-256,
     * because Elasticsearch takes ids up to 512 bytes.
     */
    public static String idOf(Channel channel, String source, String naturalId) {
        boolean fits = naturalId.getBytes(StandardCharsets.UTF_8).length <= MAX_NATURAL_ID_BYTES;
        String last = fits ? naturalId : "sha256-" + Hashes.sha256(naturalId);
        return channel.id() + ":" + source + ":" + last;
    }

    /**
     * When this product had it, by the clock of the log that took it in: what was observed may be
     * the time of a file that was copied here much later. As observed where the log noted none.
     */
    public Instant seenAt() {
        return provenance == null || provenance.appendedAt() == null
                ? observedAt
                : provenance.appendedAt();
    }

    /** The delete of this feedback: what identifies it, and nothing a customer said. */
    public Feedback asDelete() {
        return new FeedbackBuilder(channel, source, naturalId)
                .revision(revision)
                .operation(Operation.DELETE)
                .occurredAt(occurredAt)
                .observedAt(observedAt)
                .provenance(provenance)
                .build();
    }

    /** A builder that starts from this feedback. */
    public FeedbackBuilder toBuilder() {
        return new FeedbackBuilder(this);
    }
}
