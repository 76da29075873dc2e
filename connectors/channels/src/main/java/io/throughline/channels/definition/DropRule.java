package io.throughline.channels.definition;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.expression.Expression;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A kind of record that is left out on purpose.
 *
 * @param when the value that decides
 * @param test what must be true of it
 * @param reason code that is counted, e.g. {@code test-entry}
 */
public record DropRule(Expression when, Test test, String reason) implements Serializable {

    /** What is asked of the value. */
    public sealed interface Test extends Serializable {

        /** Whether it holds. */
        boolean holds(Optional<String> value);
    }

    /** The value is one of these. */
    public record Is(List<String> values) implements Test {
        public Is {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(Optional<String> value) {
            return value.map(String::strip).filter(values::contains).isPresent();
        }
    }

    /** The value is absent or blank ({@code expected}), or is there. */
    public record Blank(boolean expected) implements Test {
        @Override
        public boolean holds(Optional<String> value) {
            return value.isEmpty() == expected;
        }
    }

    /** The pattern is found in the value. */
    public record Matches(Pattern pattern) implements Test {
        @Override
        public boolean holds(Optional<String> value) {
            return value.filter(text -> pattern.matcher(text).find()).isPresent();
        }
    }

    /** Whether the record is left out; never throws. */
    public boolean drops(JsonNode record) {
        return test.holds(when.text(record));
    }
}
