package io.throughline.channels.generic;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Languages;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.RejectedException;
import io.throughline.channels.json.Fields;
import io.throughline.model.Author;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Operation;
import io.throughline.model.Rating;
import io.throughline.model.RawEnvelope;
import io.throughline.model.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A record of no format in particular, understood by what its fields are called; see {@link
 * FieldNames}. Needed are an id, a time (or one known from outside) and words or a rating. What is
 * not understood is an extra under its own name, but for what says who somebody is.
 */
public final class GenericRecord {

    private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "1");
    private static final Pattern DELETING =
            Pattern.compile("(?:.*[^a-z])?(?:deleted?|removed?|retracted)");
    private static final int DEEPEST = 4;

    private final NamedFields fields;
    private final RawEnvelope envelope;
    private final MapContext context;
    private final Surroundings around;

    /**
     * @param record an object
     * @param around what is known beside the record
     */
    public GenericRecord(
            JsonNode record, RawEnvelope envelope, MapContext context, Surroundings around) {
        this.fields = NamedFields.of(record);
        this.envelope = envelope;
        this.context = context;
        this.around = around;
    }

    /**
     * The feedback.
     *
     * @throws RejectedException when something is missing or wrong
     */
    public Outcome map() {
        String id = around.idPrefix() + id();
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), id)
                        .observedAt(envelope.observedAt());
        Optional<Instant> occurred = time(FieldNames.OCCURRED);
        Optional<Long> revision = revision();
        if (around.deletes() || deletes()) {
            feedback.operation(Operation.DELETE)
                    .revision(revision.orElse(Feedback.MAX_REVISION))
                    .occurredAt(envelope.observedAt());
            return new Outcome.Accepted(feedback.build());
        }
        Optional<Instant> known = occurred.or(() -> Optional.ofNullable(around.occurredAt()));
        known.ifPresentOrElse(
                feedback::occurredAt, () -> Moments.fromEnvelope(feedback, "occurredAt", envelope));
        feedback.revision(revision.orElse(1L));
        Optional<String> text = text();
        Optional<Rating> rating = new GenericRating(fields).read();
        if (text.isEmpty() && rating.isEmpty()) {
            throw RejectedException.missing("text and rating");
        }
        feedback.text(text.orElse(null)).rating(rating.orElse(null));
        author().map(author -> context.authors().keyOf(context.source(), author))
                .ifPresent(key -> feedback.author(new Author(key, Role.CUSTOMER)));
        languages(feedback);
        lenient(FieldNames.URL).ifPresent(feedback::url);
        feedback.touchpoint(lenient(FieldNames.TOUCHPOINT).orElse(context.touchpoint()));
        lenient(FieldNames.CONVERSATION).ifPresent(c -> feedback.extra("conversationId", c));
        extras(feedback);
        return new Outcome.Accepted(feedback.build());
    }

    private String id() {
        JsonNode id = fields.first(FieldNames.ID);
        if (id.isMissingNode()) {
            return Optional.ofNullable(around.id())
                    .orElseThrow(() -> RejectedException.missing("id"));
        }
        if (!id.isTextual() && !id.isNumber()) {
            throw RejectedException.invalid(fields.nameOf(FieldNames.ID), "is no text");
        }
        return id.asText().strip();
    }

    private Optional<Instant> time(List<String> names) {
        JsonNode value = fields.first(names);
        return value.isMissingNode()
                ? Optional.empty()
                : Optional.of(GenericTimes.read(fields.nameOf(names), value, envelope));
    }

    /** A whole number below a thousand million is a number of revisions, not a time. */
    private Optional<Long> revision() {
        JsonNode value = fields.first(FieldNames.REVISION);
        if (value.isMissingNode()) {
            return Optional.ofNullable(around.occurredAt()).map(Instant::toEpochMilli);
        }
        boolean counted = value.isIntegralNumber() && value.canConvertToInt();
        if (counted && value.intValue() >= 0 && value.intValue() < 1_000_000_000) {
            return Optional.of(value.longValue());
        }
        String name = fields.nameOf(FieldNames.REVISION);
        return Optional.of(GenericTimes.read(name, value, envelope).toEpochMilli());
    }

    private boolean deletes() {
        Optional<String> deleted = lenient(FieldNames.DELETED).map(GenericRecord::lower);
        Optional<String> action = lenient(FieldNames.ACTION).map(GenericRecord::lower);
        return deleted.filter(TRUE::contains).isPresent()
                || action.filter(word -> DELETING.matcher(word).matches()).isPresent();
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    /** Title and words, each on its line. */
    private Optional<String> text() {
        List<String> lines = new ArrayList<>();
        for (List<String> names : List.of(FieldNames.TITLE, FieldNames.TEXT)) {
            JsonNode value = fields.first(names);
            if (value.isArray()) {
                value.forEach(item -> line(names, item, lines));
            } else if (!value.isMissingNode()) {
                line(names, value, lines);
            }
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
    }

    private void line(List<String> names, JsonNode value, List<String> lines) {
        if (!value.isTextual()) {
            throw RejectedException.invalid(fields.nameOf(names), "is no text");
        }
        if (!value.textValue().isBlank()) {
            lines.add(value.textValue());
        }
    }

    /** An id, or an object that has one. */
    private Optional<String> author() {
        JsonNode author = fields.first(FieldNames.AUTHOR);
        fields.use(FieldNames.AUTHOR);
        if (author.isObject()) {
            author = NamedFields.of(author).first(List.of("id", "userid", "email", "name"));
        }
        boolean named = author.isTextual() || author.isNumber();
        return named ? Optional.of(author.asText().strip()) : Optional.empty();
    }

    private void languages(FeedbackBuilder feedback) {
        lenient(FieldNames.LANGUAGE).ifPresent(tag -> Languages.set(feedback, tag));
        lenient(FieldNames.LOCALE).map(Languages::tagOf).ifPresent(feedback::locale);
    }

    private Optional<String> lenient(List<String> names) {
        JsonNode value = fields.first(names);
        boolean scalar = value.isTextual() || value.isNumber() || value.isBoolean();
        return scalar ? Optional.of(value.asText().strip()) : Optional.empty();
    }

    private void extras(FeedbackBuilder feedback) {
        fields.use(FieldNames.PERSONAL);
        fields.use(FieldNames.DELETED);
        fields.use(List.of("channel"));
        fields.others().forEach((name, value) -> flatten(name, value, feedback, 0));
        around.extras().forEach(feedback::extra);
    }

    private static void flatten(String key, JsonNode value, FeedbackBuilder feedback, int depth) {
        if (Fields.absent(value) || depth > DEEPEST) {
            return;
        }
        if (value.isObject()) {
            value.properties()
                    .forEach(
                            field -> {
                                if (!FieldNames.isPersonal(key, field.getKey())) {
                                    flatten(
                                            key + "." + field.getKey(),
                                            field.getValue(),
                                            feedback,
                                            depth + 1);
                                }
                            });
        } else if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(item.asText()));
            items.removeIf(String::isBlank);
            feedback.extra(key, String.join(", ", items));
        } else if (!value.asText().isBlank()) {
            feedback.extra(key, value.asText());
        }
    }
}
