package io.throughline.channels.definition;

import io.throughline.channels.definition.StreamSpec.Protocol;
import io.throughline.channels.definition.StreamSpec.Resume;
import io.throughline.yaml.YamlMap;
import java.time.Duration;
import java.util.Optional;

/** Reads the {@code stream} block. */
final class StreamReader {

    private StreamReader() {}

    static StreamSpec read(YamlMap map) {
        map.only(
                "protocol",
                "url",
                "query",
                "headers",
                "auth",
                "subscribe",
                "heartbeat",
                "backoff",
                "resume");
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
        Protocol protocol = Choice.read(map, "protocol", Protocol.values(), Protocol.SSE);
        if (map.has("subscribe") && protocol != Protocol.WEBSOCKET) {
            map.error("subscribe", "only a WebSocket can be told something: 'protocol: websocket'");
        }
        return new StreamSpec(
                protocol,
                url(map, protocol),
                values.texts("query"),
                values.texts("headers"),
                AuthReader.read(map.map("auth")),
                map.text("subscribe").orElse(null),
                values.duration("heartbeat", Duration.ofSeconds(60)),
                least,
                most,
                map.map("resume").map(StreamReader::resume).orElse(null));
    }

    private static String url(YamlMap map, Protocol protocol) {
        String url = map.requiredText("url");
        boolean socket = url.startsWith("ws:") || url.startsWith("wss:");
        boolean web = url.startsWith("http:") || url.startsWith("https:");
        if (protocol == Protocol.WEBSOCKET ? web : socket) {
            map.error(
                    "url",
                    protocol == Protocol.WEBSOCKET
                            ? "the address of a WebSocket begins with wss://"
                            : "the address of a WebSocket needs 'protocol: websocket'");
        }
        return url;
    }

    private static Resume resume(YamlMap map) {
        map.only("param", "from", "minus", "window");
        Values values = new Values(map);
        return new Resume(
                map.requiredText("param"),
                values.requiredExpression("from"),
                values.whole("minus", 0, 0, Integer.MAX_VALUE),
                values.duration("window", null));
    }
}
