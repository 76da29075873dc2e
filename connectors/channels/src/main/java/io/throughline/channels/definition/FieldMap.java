package io.throughline.channels.definition;

import io.throughline.channels.expression.Expression;
import io.throughline.model.Role;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Declarative mapping of one record to a feedback. Everything but {@link #naturalId} may be null.
 *
 * @param naturalId what the source calls the record
 * @param revision tried in order; the first that is a whole number or a time wins; 1 without one
 * @param occurredAt null when the source has no time: then the time known from outside is taken
 * @param text the customer's words
 * @param conversation turns, of which the customer's are the text; null when {@link #text} is it
 * @param rating a number with its scale
 * @param authorId hashed before it leaves the mapper
 * @param authorRole of every record; customer when null
 * @param language BCP 47 tag
 * @param locale a tag, or language and territory
 * @param url link to the original
 * @param touchpoint stronger than the definition's own
 * @param deleted makes the record a delete when it holds
 * @param extras expressions by key
 * @param allExtras whether every field that is mapped to nothing else becomes an extra
 */
public record FieldMap(
        Expression naturalId,
        List<TimeRule> revision,
        TimeRule occurredAt,
        Expression text,
        ConversationRule conversation,
        RatingRule rating,
        Expression authorId,
        Role authorRole,
        Expression language,
        LocaleRule locale,
        Expression url,
        Expression touchpoint,
        Condition deleted,
        Map<String, Expression> extras,
        boolean allExtras)
        implements Serializable {

    public FieldMap {
        revision = List.copyOf(revision);
        extras = new TreeMap<>(extras);
    }
}
