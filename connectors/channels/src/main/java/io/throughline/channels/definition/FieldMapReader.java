package io.throughline.channels.definition;

import io.throughline.channels.expression.Expression;
import io.throughline.channels.expression.ExpressionException;
import io.throughline.channels.time.Times;
import io.throughline.model.Role;
import io.throughline.yaml.YamlMap;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the {@code map} block. */
final class FieldMapReader {

    private static final List<String> ISO = List.of("iso");

    private final YamlMap map;
    private final Values values;

    FieldMapReader(YamlMap map) {
        this.map = map;
        this.values = new Values(map);
    }

    FieldMap read() {
        map.only(
                "naturalId",
                "revision",
                "occurredAt",
                "text",
                "conversation",
                "rating",
                "author",
                "language",
                "locale",
                "url",
                "touchpoint",
                "deleted",
                "extras");
        Expression naturalId = values.requiredExpression("naturalId");
        Optional<YamlMap> author = map.map("author");
        author.ifPresent(FieldMapReader::onlyHashed);
        Map<String, Expression> extras = new TreeMap<>();
        boolean all = extras(extras);
        return new FieldMap(
                naturalId,
                revision(),
                map.has("occurredAt") ? time("occurredAt") : null,
                values.expression("text").orElse(null),
                conversation(),
                map.map("rating").map(RatingReader::read).orElse(null),
                author.flatMap(block -> new Values(block).expression("id")).orElse(null),
                author.map(FieldMapReader::role).orElse(Role.CUSTOMER),
                values.expressionOrWord("language").orElse(null),
                locale(),
                values.expression("url").orElse(null),
                values.expressionOrWord("touchpoint").orElse(null),
                ConditionReader.deleted(map),
                extras,
                all);
    }

    private List<TimeRule> revision() {
        if (!map.has("revision")) {
            return List.of();
        }
        List<TimeRule> rules =
                map.isMap("revision")
                        ? times(map.requiredMap("revision"), "from", "epoch-millis")
                        : times(map, "revision", "epoch-millis");
        if (rules.stream().anyMatch(rule -> rule.from().hashesContent())) {
            map.warning(
                    "revision",
                    "a hash does not grow with an edit and is left out: rows of the same revision"
                            + " with other content are told apart anyway");
        }
        return rules.stream().filter(rule -> !rule.from().hashesContent()).toList();
    }

    private TimeRule time(String key) {
        List<TimeRule> rules =
                map.isMap(key) ? times(map.requiredMap(key), "from", null) : times(map, key, null);
        if (rules.size() > 1) {
            map.error(key, "'" + key + "' is a single expression; use first(a, b)");
        }
        return rules.isEmpty() ? null : rules.get(0);
    }

    private static List<TimeRule> times(YamlMap block, String key, String whole) {
        boolean nested = key.equals("from");
        if (nested) {
            block.only("from", "formats", "zone");
            if (!block.has("from")) {
                block.missing("from");
            }
        }
        List<String> formats = nested ? formats(block) : ISO;
        if (whole != null && formats.equals(ISO)) {
            formats = List.of("iso", whole);
        }
        String zone = nested ? zone(block) : "UTC";
        List<String> expressions = block.texts(key);
        List<TimeRule> rules = new ArrayList<>();
        for (int i = 0; i < expressions.size(); i++) {
            try {
                rules.add(new TimeRule(Expression.parse(expressions.get(i)), formats, zone));
            } catch (ExpressionException e) {
                block.errorAt(key, i, e.getMessage());
            }
        }
        return rules;
    }

    private static List<String> formats(YamlMap block) {
        List<String> formats = block.texts("formats");
        for (int i = 0; i < formats.size(); i++) {
            Optional<String> problem = Times.problemOf(formats.get(i));
            if (problem.isPresent()) {
                block.errorAt("formats", i, problem.get());
            }
        }
        return formats.isEmpty() ? ISO : formats;
    }

    private static String zone(YamlMap block) {
        String zone = block.text("zone").orElse("UTC");
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            block.error("zone", "'" + zone + "' is no time zone such as Europe/Berlin or UTC");
            return "UTC";
        }
    }

    private ConversationRule conversation() {
        if (map.has("conversation") && map.has("text")) {
            map.error("text", "the text of a conversation is what its customer turns say");
        }
        return map.map("conversation").map(ConversationReader::read).orElse(null);
    }

    /** There is no way to keep an author's id as it is; {@code hash: true} may say so. */
    private static void onlyHashed(YamlMap author) {
        author.only("id", "hash", "role");
        if (!author.bool("hash").orElse(true)) {
            author.error("hash", "author ids are always hashed; leave 'hash' out or say true");
        }
    }

    private LocaleRule locale() {
        if (!map.isMap("locale")) {
            return values.expressionOrWord("locale").map(LocaleRule::ofTag).orElse(null);
        }
        YamlMap block = map.requiredMap("locale");
        block.only("language", "territory");
        if (!block.has("language") && !block.has("territory")) {
            map.error("locale", "'locale' is a tag, or has a 'language', a 'territory' or both");
        }
        Values parts = new Values(block);
        return new LocaleRule(
                null,
                parts.expressionOrWord("language").orElse(null),
                parts.expressionOrWord("territory").orElse(null));
    }

    private static Role role(YamlMap block) {
        return block.choice("role", ConversationReader.ROLES)
                .map(ConversationReader::role)
                .orElse(Role.CUSTOMER);
    }

    /** Reads {@code *}, a list of columns or paths, or expressions by key; answers whether all. */
    private boolean extras(Map<String, Expression> into) {
        if (map.isMap("extras")) {
            YamlMap block = map.requiredMap("extras");
            for (String key : block.keys()) {
                new Values(block).expression(key).ifPresent(value -> into.put(key, value));
            }
            return false;
        }
        boolean all = false;
        List<String> columns = map.texts("extras");
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            if (column.equals("*")) {
                all = true;
            } else if (column.contains("'")) {
                map.errorAt("extras", i, "write a column with a quote as 'key: path' instead");
            } else {
                into.put(column, Expression.parse("$['" + column.replace("\\", "\\\\") + "']"));
            }
        }
        return all;
    }
}
