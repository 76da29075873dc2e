package io.throughline.channels.definition;

import io.throughline.channels.definition.FileSpec.Format;
import io.throughline.channels.definition.VerifySpec.Encoding;
import io.throughline.yaml.YamlMap;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the blocks that belong to one way in, and refuses those that belong to another. */
final class ModeReader {

    private static final int MOST_PAGES = 1000;

    private final YamlMap root;
    private final Mode mode;

    ModeReader(YamlMap root, Mode mode) {
        this.root = root;
        this.mode = mode;
    }

    RequestSpec request() {
        return block("request", Mode.POLL, true).map(ModeReader::request).orElse(null);
    }

    StreamSpec stream() {
        return block("stream", Mode.STREAM, true).map(ModeReader::stream).orElse(null);
    }

    VerifySpec verify() {
        return block("verify", Mode.PUSH, false).map(ModeReader::verify).orElse(null);
    }

    private Optional<YamlMap> block(String key, Mode owner, boolean required) {
        if (mode == owner && required && !root.has(key)) {
            root.error("mode", "mode " + mode.id() + " needs a '" + key + "' block");
        }
        if (mode != owner && root.has(key)) {
            root.error(key, "'" + key + "' belongs to mode " + owner.id());
        }
        return mode == owner ? root.map(key) : Optional.empty();
    }

    private static RequestSpec request(YamlMap map) {
        map.only(
                "url",
                "query",
                "headers",
                "interval",
                "pages",
                "firstPage",
                "stopAfterEmptyPages",
                "timeout");
        Values values = new Values(map);
        String url = map.requiredText("url");
        int pages = values.whole("pages", 1, 1, MOST_PAGES);
        if (pages > 1
                && !url.contains("${page}")
                && !values.texts("query").containsValue("${page}")) {
            map.error("pages", "more than one page needs ${page} in 'url' or 'query'");
        }
        return new RequestSpec(
                url,
                values.texts("query"),
                values.texts("headers"),
                values.duration("interval", Duration.ofMinutes(5)),
                pages,
                values.whole("firstPage", 1, 0, 1),
                values.whole("stopAfterEmptyPages", 1, 1, MOST_PAGES),
                values.duration("timeout", Duration.ofSeconds(30)));
    }

    private static StreamSpec stream(YamlMap map) {
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

    private static VerifySpec verify(YamlMap map) {
        map.only("type", "header", "prefix", "encoding", "secret", "over");
        oneOf(map, "type", List.of("hmac-sha256"));
        oneOf(map, "over", List.of("rawBody"));
        String encoding = oneOf(map, "encoding", List.of("base64", "hex"));
        List<String> secrets = map.texts("secret");
        if (secrets.isEmpty() || secrets.size() > 2) {
            map.error("secret", "one secret is due, or two while a key is being changed");
        }
        for (int i = 0; i < secrets.size(); i++) {
            List<String> names = Placeholders.names(secrets.get(i));
            if (names.size() != 1
                    || !names.get(0).startsWith("secret.")
                    || !secrets.get(i).equals("${" + names.get(0) + "}")) {
                map.errorAt("secret", i, "a secret is named, not written here: ${secret.NAME}");
            }
        }
        return new VerifySpec(
                map.requiredText("header"),
                map.text("prefix").orElse(""),
                encoding.equals("hex") ? Encoding.HEX : Encoding.BASE64,
                secrets);
    }

    private static String oneOf(YamlMap map, String key, List<String> known) {
        String text = map.text(key).orElse(known.get(0));
        if (!known.contains(text)) {
            map.error(key, "'" + text + "' is not known; known are " + String.join(", ", known));
        }
        return text;
    }

    FileSpec file() {
        Optional<String> format = root.text("format");
        Format known =
                Arrays.stream(Format.values())
                        .filter(
                                each ->
                                        each.name()
                                                .toLowerCase(Locale.ROOT)
                                                .equals(format.orElse("auto")))
                        .findFirst()
                        .orElse(null);
        if (known == null) {
            root.error("format", "'" + format.get() + "' is neither csv nor jsonl");
            known = Format.AUTO;
        }
        return new FileSpec(known, delimiter(), encoding());
    }

    private Character delimiter() {
        Optional<String> text = root.text("delimiter");
        if (text.isEmpty()) {
            return null;
        }
        String delimiter = text.get().equals("tab") || text.get().equals("\\t") ? "\t" : text.get();
        if (delimiter.length() != 1 || "\"\r\n".contains(delimiter)) {
            root.error("delimiter", "a delimiter is one character such as ';', or tab");
            return null;
        }
        return delimiter.charAt(0);
    }

    /** Line breaks are found as bytes, so UTF-16 and its like cannot be read. */
    private String encoding() {
        String name = root.text("encoding").orElse("UTF-8");
        try {
            Charset charset = Charset.forName(name);
            if (!charset.canEncode()
                    || !charset.encode("\n,\"")
                            .equals(ByteBuffer.wrap(new byte[] {'\n', ',', '"'}))) {
                root.error("encoding", "files in '" + name + "' must be converted to UTF-8 first");
                return "UTF-8";
            }
            return charset.name();
        } catch (IllegalArgumentException e) {
            root.error("encoding", "'" + name + "' is no character set such as UTF-8");
            return "UTF-8";
        }
    }
}
