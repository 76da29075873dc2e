package io.throughline.channels.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.FieldMap;
import io.throughline.channels.expression.Expression;
import io.throughline.channels.expression.Scope;
import io.throughline.model.FeedbackBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a record says beside the mapped fields. With {@code *} that is every field nothing else is
 * mapped from; so an author's id, which is hashed, never stays as an extra. Nested objects are
 * flattened with dots.
 */
final class Extras {

    private static final int DEEPEST = 10;

    private final FieldMap map;
    private final Set<String> mapped = new HashSet<>();

    Extras(ChannelDefinition definition) {
        this.map = definition.map();
        Stream<Expression> fields =
                Stream.of(
                        map.naturalId(),
                        map.occurredAt() == null ? null : map.occurredAt().from(),
                        map.text(),
                        map.rating() == null ? null : map.rating().value(),
                        map.authorId(),
                        map.language(),
                        map.url(),
                        map.touchpoint(),
                        map.deleted() == null ? null : map.deleted().from(),
                        map.conversation() == null ? null : map.conversation().turns(),
                        definition.channel().values().isEmpty()
                                ? definition.channel().from()
                                : null);
        if (map.locale() != null) {
            map.locale().expressions().forEach(part -> mapped.addAll(part.fields()));
        }
        Stream.concat(fields, map.revision().stream().map(rule -> rule.from()))
                .filter(Objects::nonNull)
                .forEach(expression -> mapped.addAll(expression.fields()));
    }

    void add(Scope record, FeedbackBuilder feedback) {
        if (map.allExtras()) {
            record.record()
                    .properties()
                    .forEach(
                            field -> {
                                if (!mapped.contains(field.getKey())) {
                                    flatten(field.getKey(), field.getValue(), feedback, 0);
                                }
                            });
        }
        map.extras().forEach((key, from) -> flatten(key, from.node(record), feedback, 0));
    }

    private static void flatten(String key, JsonNode value, FeedbackBuilder feedback, int depth) {
        if (value.isContainerNode() && depth < DEEPEST) {
            value.properties()
                    .forEach(
                            field ->
                                    flatten(
                                            key + "." + field.getKey(),
                                            field.getValue(),
                                            feedback,
                                            depth + 1));
            int index = 0;
            for (JsonNode item : value.isArray() ? value : List.<JsonNode>of()) {
                flatten(key + "." + index, item, feedback, depth + 1);
                index++;
            }
        } else if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
            feedback.extra(key, value.asText());
        }
    }
}
