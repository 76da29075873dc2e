package io.throughline.channels.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Languages;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.Ratings;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.FieldMap;
import io.throughline.channels.definition.LocaleRule;
import io.throughline.channels.definition.RatingRule;
import io.throughline.channels.expression.Expression;
import io.throughline.channels.time.TimeReader;
import io.throughline.model.Author;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Operation;
import io.throughline.model.RawEnvelope;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Maps records as the {@code map} block of a definition says. Blank is absent; a column that is not
 * there is too. Required are the natural id, the time when the map names one, and a rating when the
 * map names one and there are no words. A delete needs only its id: without a time it happened when
 * it was observed, without a revision it is newer than everything.
 */
public final class DeclarativeMapper implements RecordMapper {

    private static final Set<String> TRUE = Set.of("true", "t", "yes", "y", "1");

    private final ChannelDefinition definition;
    private final FieldMap map;
    private final TimeReader occurredAt;
    private final Revisions revisions;
    private final Extras extras;

    /**
     * @param definition with a map
     */
    public DeclarativeMapper(ChannelDefinition definition) {
        this.definition = definition;
        this.map = definition.map();
        this.occurredAt =
                map.occurredAt() == null
                        ? null
                        : new TimeReader(map.occurredAt().formats(), map.occurredAt().zoneId());
        this.revisions = new Revisions(map.revision());
        this.extras = new Extras(definition);
    }

    @Override
    public String name() {
        return "map";
    }

    @Override
    public List<JsonNode> split(JsonNode document) {
        if (definition.records() == null) {
            return List.of(document);
        }
        JsonNode found = definition.records().node(document);
        if (found.isArray()) {
            return StreamSupport.stream(found.spliterator(), false).toList();
        }
        return found.isObject() ? List.of(found) : List.of();
    }

    @Override
    public Outcome map(JsonNode record, RawEnvelope envelope, MapContext context) {
        String id =
                value("naturalId", map.naturalId(), record)
                        .orElseThrow(() -> missing("naturalId", map.naturalId()));
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), id.strip())
                        .observedAt(envelope.observedAt());
        boolean deleted =
                value("deleted", map.deleted(), record)
                        .map(text -> text.strip().toLowerCase(Locale.ROOT))
                        .filter(TRUE::contains)
                        .isPresent();
        Optional<Long> revision = revisions.of(record, envelope);
        if (deleted) {
            feedback.operation(Operation.DELETE)
                    .revision(revision.orElse(Feedback.MAX_REVISION))
                    .occurredAt(envelope.observedAt());
            return new Outcome.Accepted(feedback.build());
        }
        feedback.revision(revision.orElse(1L));
        time(record, envelope, feedback);
        Optional<String> text = value("text", map.text(), record);
        feedback.text(text.orElse(null));
        rating(record, text.isPresent(), feedback);
        author(record, context, feedback);
        value("language", map.language(), record).ifPresent(tag -> Languages.set(feedback, tag));
        locale(record, feedback);
        value("url", map.url(), record).ifPresent(feedback::url);
        feedback.touchpoint(
                value("touchpoint", map.touchpoint(), record).orElse(context.touchpoint()));
        extras.add(record, feedback);
        return new Outcome.Accepted(feedback.build());
    }

    private void time(JsonNode record, RawEnvelope envelope, FeedbackBuilder feedback) {
        if (occurredAt == null) {
            Moments.fromEnvelope(feedback, "occurredAt", envelope);
            return;
        }
        Expression from = map.occurredAt().from();
        String text =
                value("occurredAt", from, record).orElseThrow(() -> missing("occurredAt", from));
        feedback.occurredAt(
                occurredAt
                        .read(text)
                        .map(time -> Moments.checked("occurredAt", time, envelope))
                        .orElseThrow(
                                () ->
                                        RejectedException.invalid(
                                                "occurredAt (" + from + ")",
                                                "is no time in any of the formats "
                                                        + map.occurredAt().formats())));
    }

    private void rating(JsonNode record, boolean hasText, FeedbackBuilder feedback) {
        RatingRule rule = map.rating();
        if (rule == null) {
            return;
        }
        Optional<String> number =
                value("rating", rule.value(), record)
                        .filter(text -> !rule.ignore().contains(text.strip()));
        if (number.isPresent()) {
            String name = "rating (" + rule.value() + ")";
            feedback.rating(Ratings.of(name, number.get(), rule.min(), rule.max()));
        } else if (!hasText) {
            throw missing("rating", rule.value());
        }
    }

    /** A territory that makes no tag, because there is no language beside it, becomes an extra. */
    private void locale(JsonNode record, FeedbackBuilder feedback) {
        LocaleRule rule = map.locale();
        if (rule == null) {
            return;
        }
        value("locale", rule.tag(), record).map(Languages::tagOf).ifPresent(feedback::locale);
        Optional<String> language = value("locale.language", rule.language(), record);
        Optional<String> territory = value("locale.territory", rule.territory(), record);
        Optional<String> both =
                language.flatMap(tag -> territory.flatMap(place -> Territories.tagOf(tag, place)));
        both.or(() -> language.map(Languages::tagOf)).ifPresent(feedback::locale);
        if (both.isEmpty()) {
            territory.ifPresent(place -> feedback.extra("territory", place.strip()));
        }
    }

    private void author(JsonNode record, MapContext context, FeedbackBuilder feedback) {
        value("author", map.authorId(), record)
                .map(id -> context.authors().keyOf(context.source(), id.strip()))
                .ifPresent(key -> feedback.author(new Author(key, map.authorRole())));
    }

    private static Optional<String> value(String name, Expression from, JsonNode record) {
        if (from == null) {
            return Optional.empty();
        }
        if (from.node(record).isObject()) {
            throw RejectedException.invalid(name + " (" + from + ")", "is an object");
        }
        return from.text(record);
    }

    private static RejectedException missing(String name, Expression from) {
        return RejectedException.missing(name + " (" + from + ")");
    }
}
