package io.throughline.channels.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.FieldMap;
import io.throughline.channels.expression.Expression;
import io.throughline.channels.expression.Scope;
import io.throughline.model.FailureReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Finds the records of a document where a definition says they are.
 *
 * <p>A document that has nothing at these paths is not always an empty page: it may be a record by
 * itself (somebody saved records and not pages) or a message that something went wrong, answered
 * with status 200. Both must not vanish, so it is a record when a mapped field is found in it, and
 * {@code MALFORMED} when it speaks of an error.
 */
public final class RecordPaths {

    private static final String EACH = "[*]";

    private static final List<String> ERRORS = List.of("error", "errors");

    /** A path to records, without a star at its end. */
    private record Container(Expression path, boolean each) {}

    private final List<Container> containers = new ArrayList<>();
    private final List<Expression> signs;

    /**
     * @param definition with a map
     */
    public RecordPaths(ChannelDefinition definition) {
        for (Expression path : definition.records()) {
            // The items of a list at the top are documents already.
            String text = path.toString();
            String inside =
                    text.startsWith("$" + EACH) ? "$" + text.substring(1 + EACH.length()) : text;
            boolean each = inside.endsWith(EACH);
            String list = each ? inside.substring(0, inside.length() - EACH.length()) : inside;
            if (!list.equals("$")) {
                containers.add(new Container(Expression.parse(list), each));
            }
        }
        FieldMap map = definition.map();
        signs =
                Stream.of(
                                map.naturalId(),
                                map.occurredAt() == null ? null : map.occurredAt().from(),
                                map.text(),
                                map.rating() == null ? null : map.rating().value(),
                                map.authorId())
                        .filter(Objects::nonNull)
                        .filter(expression -> !expression.fields().isEmpty())
                        .toList();
    }

    /**
     * The records of one document, path by path; empty when it is an empty page.
     *
     * @throws RejectedException {@code MALFORMED} when there is something else where records are
     *     due
     */
    public List<JsonNode> in(JsonNode document) {
        if (containers.isEmpty()) {
            return List.of(document);
        }
        List<JsonNode> records = new ArrayList<>();
        boolean found = false;
        for (Container container : containers) {
            JsonNode there = container.path().node(document);
            found |= there.isContainerNode();
            if (there.isValueNode() && !there.isNull() && !there.isPojo()) {
                throw malformed("there is no list of records at " + container.path());
            }
            if (there.isArray() || (container.each() && there.isObject() && !isRecord(there))) {
                there.forEach(records::add);
            } else if (there.isObject() || there.isPojo()) {
                records.add(there);
            }
        }
        return found || !records.isEmpty() ? records : withoutList(document);
    }

    private List<JsonNode> withoutList(JsonNode document) {
        if (!document.isObject() || isRecord(document)) {
            return List.of(document);
        }
        for (String name : ERRORS) {
            if (document.hasNonNull(name)) {
                throw malformed("this is the message of an error and no page of records");
            }
        }
        return List.of();
    }

    private boolean isRecord(JsonNode object) {
        Scope scope = Scope.of(object);
        return signs.stream().map(sign -> sign.node(scope)).anyMatch(RecordPaths::isThere);
    }

    /** A function such as join gives an empty text where it finds nothing. */
    private static boolean isThere(JsonNode value) {
        return !value.isMissingNode() && !(value.isTextual() && value.textValue().isEmpty());
    }

    private static RejectedException malformed(String message) {
        return new RejectedException(FailureReason.MALFORMED, message);
    }
}
