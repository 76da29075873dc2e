package io.throughline.channels.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.definition.ConversationRule;
import io.throughline.channels.definition.ConversationRule.Unit;
import io.throughline.channels.expression.Expression;
import io.throughline.channels.expression.Page;
import io.throughline.channels.expression.Scope;
import io.throughline.channels.time.Times;
import io.throughline.model.Conversation;
import io.throughline.model.Turn;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the turns of a conversation as its rule says. Role and times are strict, since who said
 * what is the point of a transcript; a turn in which nothing is said is left out.
 */
final class Conversations {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d{1,12})?");

    private final ConversationRule rule;

    Conversations(ConversationRule rule) {
        this.rule = rule;
    }

    /**
     * The conversation of a record.
     *
     * @param otherwise its id where the rule names none
     */
    Conversation of(Scope record, String otherwise) {
        JsonNode found = rule.turns().node(record);
        String name = "turns (" + rule.turns() + ")";
        if (found.isMissingNode() || found.isNull()) {
            throw RejectedException.missing(name);
        }
        if (!found.isArray()) {
            throw RejectedException.invalid(name, "is no list");
        }
        Page around = new Page(record.record());
        List<Scope> turns = new ArrayList<>(found.size());
        for (JsonNode turn : found) {
            turns.add(record.inside(turn, around));
        }
        if (rule.order() != null) {
            turns.sort(Comparator.comparing(this::orderOf));
        }
        String id =
                rule.id() == null ? otherwise : rule.id().text(record).orElse(otherwise).strip();
        return new Conversation(id, turns(turns));
    }

    private List<Turn> turns(List<Scope> scopes) {
        long begin = rule.unit() == Unit.TIME ? earliest(scopes) : 0;
        List<Turn> turns = new ArrayList<>(scopes.size());
        for (int i = 0; i < scopes.size(); i++) {
            Scope scope = scopes.get(i);
            String name = "turn " + i;
            if (!scope.record().isObject()) {
                throw RejectedException.invalid(name, "is no object");
            }
            Optional<String> text = FieldValues.text(name + ": text", rule.text(), scope);
            if (text.isPresent()) {
                Long start = millis(name + ": start", rule.start(), scope, begin);
                Long end = millis(name + ": end", rule.end(), scope, begin);
                if (start != null && end != null && start > end) {
                    throw RejectedException.invalid(name + ": start", "is after its end");
                }
                turns.add(
                        new Turn(
                                turns.size(), rule.role().of(scope, name), text.get(), start, end));
            }
        }
        return turns;
    }

    private long earliest(List<Scope> scopes) {
        return scopes.stream()
                .map(scope -> millis("start", rule.start(), scope, 0))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(0L);
    }

    private Long millis(String name, Expression from, Scope scope, long begin) {
        if (from == null) {
            return null;
        }
        Optional<String> text = from.text(scope).map(String::strip);
        if (text.isEmpty()) {
            return null;
        }
        String field = name + " (" + from + ")";
        if (rule.unit() == Unit.TIME) {
            return Times.iso(text.get(), ZoneOffset.UTC)
                    .map(time -> time.toEpochMilli() - begin)
                    .filter(millis -> begin == 0 || millis >= 0)
                    .orElseThrow(() -> RejectedException.invalid(field, "is no ISO 8601 time"));
        }
        if (!NUMBER.matcher(text.get()).matches()) {
            throw RejectedException.invalid(field, "is no number of " + rule.unit().id());
        }
        return Math.round(Double.parseDouble(text.get()) * rule.unit().millis());
    }

    private Order orderOf(Scope turn) {
        String text = rule.order().text(turn).map(String::strip).orElse("");
        boolean number = NUMBER.matcher(text).matches();
        return new Order(number ? new BigDecimal(text) : null, text);
    }

    /** Numbers by their size and before everything else; turns without any come last. */
    private record Order(BigDecimal number, String text) implements Comparable<Order> {
        @Override
        public int compareTo(Order other) {
            if (number != null && other.number != null) {
                return number.compareTo(other.number);
            }
            if (number != null || other.number != null) {
                return number != null ? -1 : 1;
            }
            if (text.isEmpty() != other.text.isEmpty()) {
                return text.isEmpty() ? 1 : -1;
            }
            return text.compareTo(other.text);
        }
    }
}
