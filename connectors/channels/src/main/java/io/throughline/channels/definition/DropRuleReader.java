package io.throughline.channels.definition;

import io.throughline.channels.expression.Expression;
import io.throughline.yaml.YamlMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads one rule of {@code drop}. */
final class DropRuleReader {

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private DropRuleReader() {}

    static DropRule read(YamlMap map) {
        map.only("when", "is", "blank", "matches", "reason");
        Expression when = new Values(map).requiredExpression("when");
        String reason = map.requiredText("reason");
        if (!reason.isEmpty() && !CODE.matcher(reason).matches()) {
            map.error("reason", "a reason is lower-case letters, digits and hyphens, up to 63");
        }
        return new DropRule(when, test(map), reason);
    }

    private static DropRule.Test test(YamlMap map) {
        long tests = List.of("is", "blank", "matches").stream().filter(map::has).count();
        if (tests != 1) {
            map.error("when", "a rule has exactly one of 'is', 'blank' and 'matches'");
        }
        if (map.has("blank")) {
            return new DropRule.Blank(map.bool("blank").orElse(true));
        }
        Optional<String> pattern = map.text("matches");
        if (pattern.isPresent()) {
            try {
                return new DropRule.Matches(Pattern.compile(pattern.get()));
            } catch (PatternSyntaxException e) {
                map.error("matches", "this is no pattern: " + e.getDescription());
            }
        }
        return new DropRule.Is(map.texts("is"));
    }
}
