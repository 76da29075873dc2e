package io.throughline.channels.definition;

import io.throughline.channels.expression.Expression;
import io.throughline.channels.expression.Scope;
import java.io.Serializable;

/**
 * Something that is true of a record or not.
 *
 * @param from the value that decides
 * @param test what must be true of it
 */
public record Condition(Expression from, ValueTest test) implements Serializable {

    /** Whether it is true of the record. */
    public boolean holds(Scope scope) {
        return test.holds(from.text(scope));
    }
}
