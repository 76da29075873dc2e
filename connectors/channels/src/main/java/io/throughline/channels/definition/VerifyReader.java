package io.throughline.channels.definition;

import io.throughline.channels.definition.VerifySpec.Encoding;
import io.throughline.yaml.YamlMap;
import java.util.List;

/** Reads the {@code verify} block. */
final class VerifyReader {

    private VerifyReader() {}

    static VerifySpec read(YamlMap map) {
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
}
