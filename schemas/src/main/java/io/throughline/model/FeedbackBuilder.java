package io.throughline.model;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Makes a {@link Feedback}; what is not set is absent. */
public final class FeedbackBuilder {

    private final Channel channel;
    private final String source;
    private final String naturalId;
    private final Map<String, String> extras = new TreeMap<>();
    private long revision = 1;
    private Operation operation = Operation.UPSERT;
    private String touchpoint;
    private Instant occurredAt;
    private Instant observedAt;
    private Author author;
    private Conversation conversation;
    private String text;
    private Rating rating;
    private String language;
    private String locale;
    private String url;
    private Provenance provenance;

    /** Starts a feedback of that identity. */
    public FeedbackBuilder(Channel channel, String source, String naturalId) {
        this.channel = channel;
        this.source = source;
        this.naturalId = naturalId;
    }

    FeedbackBuilder(Feedback from) {
        this(from.channel(), from.source(), from.naturalId());
        revision = from.revision();
        operation = from.operation();
        touchpoint = from.touchpoint();
        occurredAt = from.occurredAt();
        observedAt = from.observedAt();
        author = from.author();
        conversation = from.conversation();
        text = from.text();
        rating = from.rating();
        language = from.language();
        locale = from.locale();
        url = from.url();
        provenance = from.provenance();
        extras.putAll(from.extras());
    }

    public FeedbackBuilder revision(long value) {
        revision = value;
        return this;
    }

    public FeedbackBuilder operation(Operation value) {
        operation = value;
        return this;
    }

    public FeedbackBuilder touchpoint(String value) {
        touchpoint = value;
        return this;
    }

    public FeedbackBuilder occurredAt(Instant value) {
        occurredAt = value;
        return this;
    }

    public FeedbackBuilder observedAt(Instant value) {
        observedAt = value;
        return this;
    }

    public FeedbackBuilder author(Author value) {
        author = value;
        return this;
    }

    public FeedbackBuilder conversation(Conversation value) {
        conversation = value;
        return this;
    }

    /** A conversation, whose customer's turns are the text, one a line. */
    public FeedbackBuilder spoken(Conversation value) {
        return conversation(value).text(value.customerText());
    }

    /** The customer's voice; blank text counts as none. */
    public FeedbackBuilder text(String value) {
        text = value == null || value.isBlank() ? null : value;
        return this;
    }

    public FeedbackBuilder rating(Rating value) {
        rating = value;
        return this;
    }

    public FeedbackBuilder language(String value) {
        language = value;
        return this;
    }

    public FeedbackBuilder locale(String value) {
        locale = value;
        return this;
    }

    public FeedbackBuilder url(String value) {
        url = value;
        return this;
    }

    public FeedbackBuilder provenance(Provenance value) {
        provenance = value;
        return this;
    }

    /** Adds an extra; null and empty values are left out. */
    public FeedbackBuilder extra(String key, String value) {
        if (value != null && !value.isEmpty()) {
            extras.put(key, value);
        }
        return this;
    }

    /** Replaces all extras. */
    public FeedbackBuilder extras(Map<String, String> values) {
        extras.clear();
        values.forEach(this::extra);
        return this;
    }

    /**
     * The feedback.
     *
     * @throws NullPointerException when occurredAt or observedAt is not set
     */
    public Feedback build() {
        return new Feedback(
                Feedback.idOf(channel, source, naturalId),
                channel,
                source,
                naturalId,
                revision,
                operation,
                touchpoint,
                occurredAt,
                observedAt,
                author,
                conversation,
                text,
                rating,
                language,
                locale,
                url,
                extras,
                provenance);
    }
}
