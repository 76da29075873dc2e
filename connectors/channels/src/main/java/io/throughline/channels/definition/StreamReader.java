package io.throughline.channels.definition;

import io.throughline.yaml.YamlMap;
import java.time.Duration;
import java.util.Optional;

/** Reads the {@code stream} block. */
final class StreamReader {

    private StreamReader() {}

    static StreamSpec read(YamlMap map) {
        map.only("url", "query", "headers", "idleTimeout", "backoff");
        Values values = new Values(map);
        Duration least = Duration.ofSeconds(1);
        Duration most = Duration.ofMinutes(1);
        Optional<YamlMap> backoff = map.map("backoff");
        if (backoff.isPresent()) {
            backoff.get().only("min", "max");
            least = new Values(backoff.get()).duration("min", least);
            most = new Values(backoff.get()).duration("max", most);
            if (least.compareTo(most) > 0) {
                backoff.get().error("max", "'max' is not below 'min'");
            }
        }
        return new StreamSpec(
                map.requiredText("url"),
                values.texts("query"),
                values.texts("headers"),
                values.duration("idleTimeout", Duration.ofSeconds(60)),
                least,
                most);
    }
}
