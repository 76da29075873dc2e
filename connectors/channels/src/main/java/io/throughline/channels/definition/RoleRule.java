package io.throughline.channels.definition;

import io.throughline.channels.RejectedException;
import io.throughline.channels.expression.Expression;
import io.throughline.channels.expression.Scope;
import io.throughline.model.Role;
import java.io.Serializable;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who says a turn. A word that is not known refuses the conversation unless the definition says
 * what it means: taken for an agent's, a customer's words would vanish, and the other way round an
 * agent's would count as a customer's.
 *
 * @param from what the source calls the role
 * @param values role by lower-case word; {@code customer}, {@code agent} and {@code system} mean
 *     themselves without being listed
 * @param otherwise of every other word and of none; null when there may be no other
 */
public record RoleRule(Expression from, Map<String, Role> values, Role otherwise)
        implements Serializable {

    public RoleRule {
        values = new TreeMap<>(values);
    }

    /**
     * The role of a turn.
     *
     * @param turn shown in the message, e.g. {@code turn 3}
     * @throws RejectedException {@code MISSING_FIELD} or {@code INVALID_FIELD} when it cannot be
     *     told
     */
    public Role of(Scope scope, String turn) {
        Optional<String> word = from.text(scope).map(text -> text.strip().toLowerCase(Locale.ROOT));
        Role role = word.map(values::get).orElse(otherwise);
        if (role != null) {
            return role;
        }
        String field = turn + ": role (" + from + ")";
        throw word.isEmpty()
                ? RejectedException.missing(field)
                : RejectedException.invalid(field, "is none of the roles that are listed");
    }
}
