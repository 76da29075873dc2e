package io.throughline.channels.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.expression.Expression;
import io.throughline.channels.expression.Scope;
import java.util.Optional;

/** Values of mapped fields: an object is none, blank is absent. */
final class FieldValues {

    private FieldValues() {}

    /**
     * The text of a field; empty when it is blank or not mapped.
     *
     * @param name shown in the message
     * @param from null when it is not mapped
     * @throws RejectedException {@code INVALID_FIELD} when it is an object
     */
    static Optional<String> text(String name, Expression from, Scope scope) {
        if (from == null) {
            return Optional.empty();
        }
        JsonNode value = from.node(scope);
        if (value.isObject()) {
            throw RejectedException.invalid(name + " (" + from + ")", "is an object");
        }
        return Expression.textOf(value);
    }
}
