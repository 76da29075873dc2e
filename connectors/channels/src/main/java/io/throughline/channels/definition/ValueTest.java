package io.throughline.channels.definition;

import io.throughline.channels.expression.SafePattern;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is asked of a value. */
public sealed interface ValueTest extends Serializable {

    /** Whether it holds. */
    boolean holds(Optional<String> value);

    /** The value is one of these. */
    record Is(List<String> values) implements ValueTest {
        public Is {
            values = List.copyOf(values);
        }

        @Override
        public boolean holds(Optional<String> value) {
            return value.map(String::strip).filter(values::contains).isPresent();
        }
    }

    /** The value is absent or blank ({@code expected}), or is there. */
    record Blank(boolean expected) implements ValueTest {
        @Override
        public boolean holds(Optional<String> value) {
            return value.isEmpty() == expected;
        }
    }

    /** The pattern is found in the value. */
    record Matches(SafePattern pattern) implements ValueTest {
        @Override
        public boolean holds(Optional<String> value) {
            return value.filter(pattern::isIn).isPresent();
        }
    }

    /** The value says yes: {@code true}, {@code t}, {@code yes}, {@code y} or {@code 1}. */
    record Yes() implements ValueTest {

        private static final Set<String> YES = Set.of("true", "t", "yes", "y", "1");

        @Override
        public boolean holds(Optional<String> value) {
            return value.map(text -> text.strip().toLowerCase(Locale.ROOT))
                    .filter(YES::contains)
                    .isPresent();
        }
    }

    /** Another test does not hold. */
    record Not(ValueTest test) implements ValueTest {
        @Override
        public boolean holds(Optional<String> value) {
            return !test.holds(value);
        }
    }
}
