package io.throughline.channels.definition;

import io.throughline.channels.definition.CursorSpec.Kind;
import io.throughline.channels.definition.CursorSpec.Order;
import io.throughline.channels.expression.Expression;
import io.throughline.channels.time.Times;
import io.throughline.yaml.YamlMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/** Reads the {@code cursor} block. */
final class CursorReader {

    private final YamlMap map;
    private final Values values;
    private final String request;
    private final Kind kind;

    private CursorReader(YamlMap map, String request) {
        this.map = map;
        this.values = new Values(map);
        this.request = request;
        this.kind = Choice.read(map, "kind", Kind.values(), Kind.DATETIME);
    }

    static CursorSpec read(YamlMap map, String request) {
        return new CursorReader(map, request).read();
    }

    private CursorSpec read() {
        switch (kind) {
            case DATETIME ->
                    map.only(
                            "kind",
                            "field",
                            "param",
                            "formats",
                            "format",
                            "zone",
                            "granularity",
                            "lookback",
                            "order",
                            "inclusive",
                            "dataFeed",
                            "start",
                            "startParam");
            case NUMBER ->
                    map.only(
                            "kind",
                            "field",
                            "param",
                            "order",
                            "inclusive",
                            "dataFeed",
                            "start",
                            "startParam");
            case TOKEN -> map.only("kind", "from", "param", "order", "start", "startParam");
        }
        Expression field = kind == Kind.TOKEN ? null : values.requiredExpression("field");
        Expression from = kind == Kind.TOKEN ? values.requiredExpression("from") : null;
        List<String> formats = formats();
        Order order =
                Choice.read(
                        map, "order", Order.values(), kind == Kind.TOKEN ? Order.ASC : Order.NONE);
        return new CursorSpec(
                kind,
                field,
                from,
                param(),
                formats,
                format(formats.get(0)),
                zone(),
                values.duration("granularity", Duration.ofSeconds(1)),
                values.duration("lookback", Duration.ZERO),
                order,
                map.bool("inclusive").orElse(false),
                dataFeed(),
                map.text("start").orElse(null),
                map.text("startParam").orElse(null));
    }

    private boolean dataFeed() {
        boolean dataFeed = map.bool("dataFeed").orElse(false);
        if (dataFeed && (map.has("param") || request.contains("${cursor}"))) {
            map.error("dataFeed", "a data feed does not filter: leave 'param' and ${cursor} out");
        }
        return dataFeed;
    }

    private String param() {
        boolean told = map.has("param") || request.contains("${cursor}");
        if (!told && !map.bool("dataFeed").orElse(false)) {
            map.error(
                    "kind",
                    "the server must be told the cursor: 'param', or ${cursor} in 'url', 'query' or"
                            + " 'body'; or it does not filter: 'dataFeed: true'");
        }
        return map.text("param").orElse(null);
    }

    private List<String> formats() {
        List<String> formats = map.texts("formats");
        for (int i = 0; i < formats.size(); i++) {
            int at = i;
            Times.problemOf(formats.get(i))
                    .ifPresent(problem -> map.errorAt("formats", at, problem));
        }
        return formats.isEmpty() ? List.of("iso") : formats;
    }

    private String format(String otherwise) {
        String format = map.text("format").orElse(otherwise);
        Times.problemOf(format).ifPresent(problem -> map.error("format", problem));
        return format;
    }

    private String zone() {
        String zone = map.text("zone").orElse("UTC");
        try {
            return ZoneId.of(zone).getId();
        } catch (DateTimeException e) {
            map.error("zone", "'" + zone + "' is no time zone such as Europe/London");
            return "UTC";
        }
    }
}
