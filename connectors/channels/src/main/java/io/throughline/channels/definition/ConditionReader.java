package io.throughline.channels.definition;

import io.throughline.channels.expression.Expression;
import io.throughline.channels.expression.ExpressionException;
import io.throughline.channels.expression.SafePattern;
import io.throughline.yaml.YamlMap;
import java.util.List;
import java.util.Optional;

/** Reads tests of a value: {@code is}, {@code blank}, {@code matches} and {@code not}. */
final class ConditionReader {

    /** The keys of a test. */
    static final List<String> TESTS = List.of("is", "blank", "matches", "not");

    private static final ValueTest NONE = new ValueTest.Blank(true);

    private ConditionReader() {}

    /** {@code true}, {@code false}, an expression that says yes, or a block with a test. */
    static Condition deleted(YamlMap map) {
        if (!map.isMap("deleted")) {
            return new Values(map)
                    .expressionOrBoolean("deleted")
                    .map(from -> new Condition(from, new ValueTest.Yes()))
                    .orElse(null);
        }
        YamlMap block = map.requiredMap("deleted");
        block.only("from", "is", "blank", "matches", "not");
        Expression from = new Values(block).requiredExpression("from");
        boolean bare = TESTS.stream().noneMatch(block::has);
        return new Condition(from, bare ? new ValueTest.Yes() : test(block));
    }

    /** The one test of a block. */
    static ValueTest test(YamlMap block) {
        if (TESTS.stream().filter(block::has).count() != 1) {
            block.error(
                    block.has("when") ? "when" : "from",
                    "exactly one of 'is', 'blank', 'matches' and 'not' is due");
        }
        if (block.has("blank")) {
            return new ValueTest.Blank(block.bool("blank").orElse(true));
        }
        if (block.has("matches")) {
            return matches(block);
        }
        if (block.has("not")) {
            Optional<YamlMap> other = block.map("not");
            other.ifPresent(inner -> inner.only("is", "blank", "matches"));
            return new ValueTest.Not(other.map(ConditionReader::test).orElse(NONE));
        }
        return new ValueTest.Is(block.texts("is").stream().map(String::strip).toList());
    }

    private static ValueTest matches(YamlMap block) {
        try {
            Optional<String> pattern = block.text("matches");
            return pattern.isEmpty() ? NONE : new ValueTest.Matches(SafePattern.of(pattern.get()));
        } catch (ExpressionException e) {
            block.error("matches", e.getMessage());
            return NONE;
        }
    }
}
