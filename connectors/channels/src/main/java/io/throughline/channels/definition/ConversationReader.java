package io.throughline.channels.definition;

import io.throughline.channels.definition.ConversationRule.Unit;
import io.throughline.channels.expression.Expression;
import io.throughline.model.Role;
import io.throughline.yaml.YamlMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Reads the {@code conversation} block. */
final class ConversationReader {

    static final List<String> ROLES = Arrays.stream(Role.values()).map(Role::id).toList();

    private static final List<String> UNITS = Arrays.stream(Unit.values()).map(Unit::id).toList();

    private ConversationReader() {}

    static ConversationRule read(YamlMap block) {
        block.only("id", "turns", "role", "text", "start", "end", "unit", "order");
        Values values = new Values(block);
        String unit = block.choice("unit", UNITS).orElse(Unit.MS.id());
        return new ConversationRule(
                values.expression("id").orElse(null),
                values.requiredExpression("turns"),
                role(block),
                values.requiredExpression("text"),
                values.expression("start").orElse(null),
                values.expression("end").orElse(null),
                Arrays.stream(Unit.values())
                        .filter(each -> each.id().equals(unit))
                        .findFirst()
                        .orElse(Unit.MS),
                values.expression("order").orElse(null));
    }

    private static RoleRule role(YamlMap block) {
        Map<String, Role> known = new TreeMap<>();
        for (Role role : Role.values()) {
            known.put(role.id(), role);
        }
        if (!block.isMap("role")) {
            Expression from =
                    block.has("role") && ROLES.contains(block.text("role").orElse(""))
                            ? Expression.constant(block.text("role").get())
                            : new Values(block).requiredExpression("role");
            return new RoleRule(from, known, null);
        }
        YamlMap rule = block.requiredMap("role");
        rule.only("from", "customer", "agent", "system", "otherwise");
        for (Role role : Role.values()) {
            for (String word : rule.texts(role.id())) {
                known.put(word.strip().toLowerCase(Locale.ROOT), role);
            }
        }
        Role otherwise = rule.choice("otherwise", ROLES).map(ConversationReader::role).orElse(null);
        return new RoleRule(new Values(rule).requiredExpression("from"), known, otherwise);
    }

    /** The role of that id, which is one. */
    static Role role(String id) {
        return Role.valueOf(id.toUpperCase(Locale.ROOT));
    }
}
