package io.throughline.channels.definition;

import io.throughline.channels.expression.Expression;
import io.throughline.yaml.YamlMap;
import java.util.regex.Pattern;

/** Reads one rule of {@code drop}. */
final class DropRuleReader {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private DropRuleReader() {}

    static DropRule read(YamlMap map) {
        map.only("when", "is", "blank", "matches", "not", "reason");
        Expression when = new Values(map).requiredExpression("when");
        String reason = map.requiredText("reason");
        if (!reason.isEmpty() && !CODE.matcher(reason).matches()) {
            map.error("reason", "a reason is lower-case letters, digits and hyphens, up to 63");
        }
        return new DropRule(new Condition(when, ConditionReader.test(map)), reason);
    }
}
