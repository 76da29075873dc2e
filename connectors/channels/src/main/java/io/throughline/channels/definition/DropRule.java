package io.throughline.channels.definition;

import io.throughline.channels.expression.Scope;
import java.io.Serializable;

/**
 * A kind of record that is left out on purpose.
 *
 * @param when what is true of it
 * @param reason code that is counted, e.g. {@code test-entry}
 */
public record DropRule(Condition when, String reason) implements Serializable {

    /** Whether the record is left out. */
    public boolean drops(Scope scope) {
        return when.holds(scope);
    }
}
