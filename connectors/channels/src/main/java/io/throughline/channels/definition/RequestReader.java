package io.throughline.channels.definition;

import io.throughline.channels.definition.RequestLimits.Budget;
import io.throughline.channels.definition.RequestSpec.Method;
import io.throughline.yaml.YamlMap;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the {@code request} block, and {@code reconcile}, which is written alike. */
final class RequestReader {

    private static final Pattern BUDGET = Pattern.compile("(\\d{1,7})\\s*/\\s*(s|m|min|h|d)");
    private static final String HEADER = "header";

    private RequestReader() {}

    static RequestSpec read(YamlMap map) {
        map.only(
                "method",
                "url",
                "query",
                "headers",
                "body",
                "interval",
                "timeout",
                "auth",
                "page",
                "cursor",
                "limits");
        Values values = new Values(map);
        String url = map.requiredText("url");
        Map<String, String> query = values.texts("query");
        Optional<String> body = map.text("body");
        Method method = Choice.read(map, "method", Method.values(), Method.GET);
        if (body.isPresent() && method == Method.GET) {
            map.error("body", "a body needs 'method: POST'");
        }
        String request = url + " " + String.join(" ", query.values()) + " " + body.orElse("");
        return new RequestSpec(
                method,
                url,
                query,
                values.texts("headers"),
                body.orElse(null),
                values.duration("interval", Duration.ofMinutes(5)),
                values.duration("timeout", Duration.ofSeconds(30)),
                AuthReader.read(map.map("auth")),
                PageReader.read(map.map("page"), request),
                map.map("cursor").map(block -> CursorReader.read(block, request)).orElse(null),
                map.map("limits").map(RequestReader::limits).orElse(RequestLimits.DEFAULT));
    }

    private static RequestLimits limits(YamlMap map) {
        map.only("budget", "retryAfter", "maxBody");
        String retryAfter = map.text("retryAfter").orElse(HEADER);
        return new RequestLimits(
                map.text("budget").map(text -> budget(map, text)).orElse(null),
                retryAfter.equals(HEADER) ? RequestLimits.RETRY_AFTER : retryAfter,
                new Values(map)
                        .size("maxBody", RequestLimits.DEFAULT.maxBody(), Limits.MAX_CARRIED));
    }

    private static Budget budget(YamlMap map, String text) {
        Matcher matcher = BUDGET.matcher(text.strip());
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) < 1) {
            map.error("budget", "'" + text + "' is no budget; write 300/h, 10/m or 5/s");
            return null;
        }
        Duration period =
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(1);
                    case "h" -> Duration.ofHours(1);
                    case "d" -> Duration.ofDays(1);
                    default -> Duration.ofMinutes(1);
                };
        return new Budget(Integer.parseInt(matcher.group(1)), period);
    }
}
