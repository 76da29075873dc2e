package io.throughline.channels.definition;

import io.throughline.channels.expression.Expression;
import java.io.Serializable;

/**
 * Where the turns of a conversation are. Inside a turn, {@code $} is the turn and {@code $$} the
 * record.
 *
 * @param id of the conversation; the record's natural id when null
 * @param turns the list of them
 * @param role who says a turn
 * @param text what is said; a turn without is left out
 * @param start when it begins; null when that is not known
 * @param end when it ends; null when that is not known
 * @param unit of start and end
 * @param order what turns are sorted by, numbers or texts; null when they are in order
 */
public record ConversationRule(
        Expression id,
        Expression turns,
        RoleRule role,
        Expression text,
        Expression start,
        Expression end,
        Unit unit,
        Expression order)
        implements Serializable {

    /** What start and end are counted in. */
    public enum Unit {
        /** Milliseconds from the beginning of the conversation. */
        MS("ms", 1.0),
        /** Seconds from the beginning of the conversation. */
        SECONDS("s", 1_000.0),
        /** Microseconds from the beginning of the conversation. */
        MICROS("us", 0.001),
        /** ISO 8601 times; the conversation begins with the earliest start. */
        TIME("iso", 1.0);

        private final String id;
        private final double millis;

        Unit(String id, double millis) {
            this.id = id;
            this.millis = millis;
        }

        /** The name in a definition. */
        public String id() {
            return id;
        }

        /** Milliseconds in one of it. */
        public double millis() {
            return millis;
        }
    }
}
