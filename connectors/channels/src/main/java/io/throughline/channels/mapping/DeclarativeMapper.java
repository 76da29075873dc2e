package io.throughline.channels.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.Languages;
import io.throughline.channels.MapContext;
import io.throughline.channels.Moments;
import io.throughline.channels.Outcome;
import io.throughline.channels.RecordMapper;
import io.throughline.channels.RejectedException;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.FieldMap;
import io.throughline.channels.definition.LocaleRule;
import io.throughline.channels.expression.Expression;
import io.throughline.channels.expression.Scope;
import io.throughline.channels.time.TimeReader;
import io.throughline.model.Author;
import io.throughline.model.Conversation;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Operation;
import io.throughline.model.RawEnvelope;
import java.util.List;
import java.util.Optional;

/**
 * Maps records as the {@code map} block of a definition says. Blank is absent; a column that is not
 * there is too. Required are the natural id, the time when the map names one, and a rating when the
 * map names one and there are no words. A delete needs only its id: without a time it happened when
 * it was observed, without a revision it is newer than everything.
 */
public final class DeclarativeMapper implements RecordMapper {

    private final RecordPaths records;
    private final FieldMap map;
    private final TimeReader occurredAt;
    private final Revisions revisions;
    private final RatingMapper rating;
    private final Conversations conversations;
    private final Extras extras;

    /**
     * @param definition with a map
     */
    public DeclarativeMapper(ChannelDefinition definition) {
        this.records = new RecordPaths(definition);
        this.map = definition.map();
        this.occurredAt =
                map.occurredAt() == null
                        ? null
                        : new TimeReader(map.occurredAt().formats(), map.occurredAt().zoneId());
        this.revisions = new Revisions(map.revision());
        this.rating = map.rating() == null ? null : new RatingMapper(map.rating());
        this.conversations =
                map.conversation() == null ? null : new Conversations(map.conversation());
        this.extras = new Extras(definition);
    }

    @Override
    public String name() {
        return "map";
    }

    @Override
    public List<JsonNode> split(JsonNode document) {
        return records.in(document);
    }

    @Override
    public Outcome map(JsonNode node, RawEnvelope envelope, MapContext context) {
        Scope record = new Scope(node, context.page(), envelope);
        String id =
                value("naturalId", map.naturalId(), record)
                        .orElseThrow(() -> missing("naturalId", map.naturalId()))
                        .strip();
        FeedbackBuilder feedback =
                new FeedbackBuilder(context.channel(), context.source(), id)
                        .observedAt(envelope.observedAt());
        Optional<Long> revision = revisions.of(record);
        if (map.deleted() != null && map.deleted().holds(record)) {
            feedback.operation(Operation.DELETE)
                    .revision(revision.orElse(Feedback.MAX_REVISION))
                    .occurredAt(envelope.observedAt());
            return new Outcome.Accepted(feedback.build());
        }
        feedback.revision(revision.orElse(1L));
        time(record, feedback);
        Optional<String> text = text(record, id, feedback);
        if (rating != null) {
            feedback.rating(rating.of(record, text.isPresent()));
        }
        author(record, context, feedback);
        value("language", map.language(), record).ifPresent(tag -> Languages.set(feedback, tag));
        locale(record, feedback);
        value("url", map.url(), record).ifPresent(feedback::url);
        feedback.touchpoint(
                value("touchpoint", map.touchpoint(), record).orElse(context.touchpoint()));
        extras.add(record, feedback);
        return new Outcome.Accepted(feedback.build());
    }

    /** Of a conversation it is what customers said, and nothing else. */
    private Optional<String> text(Scope record, String id, FeedbackBuilder feedback) {
        if (conversations == null) {
            Optional<String> text = value("text", map.text(), record);
            feedback.text(text.orElse(null));
            return text;
        }
        Conversation conversation = conversations.of(record, id);
        String text = conversation.customerText();
        feedback.conversation(conversation).text(text);
        return Optional.ofNullable(text);
    }

    private void time(Scope record, FeedbackBuilder feedback) {
        RawEnvelope envelope = record.envelope();
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

    /** A territory that makes no tag, because there is no language beside it, becomes an extra. */
    private void locale(Scope record, FeedbackBuilder feedback) {
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

    private void author(Scope record, MapContext context, FeedbackBuilder feedback) {
        value("author", map.authorId(), record)
                .map(id -> context.authors().keyOf(context.source(), id.strip()))
                .ifPresent(key -> feedback.author(new Author(key, map.authorRole())));
    }

    private static Optional<String> value(String name, Expression from, Scope record) {
        return FieldValues.text(name, from, record);
    }

    private static RejectedException missing(String name, Expression from) {
        return RejectedException.missing(name + " (" + from + ")");
    }
}
