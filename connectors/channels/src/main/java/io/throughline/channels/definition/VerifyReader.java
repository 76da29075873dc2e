package io.throughline.channels.definition;

import io.throughline.channels.definition.VerifySpec.Algorithm;
import io.throughline.channels.definition.VerifySpec.Encoding;
import io.throughline.channels.definition.VerifySpec.Part;
import io.throughline.channels.definition.VerifySpec.PartKind;
import io.throughline.channels.definition.VerifySpec.Place;
import io.throughline.channels.definition.VerifySpec.SecretEncoding;
import io.throughline.channels.definition.VerifySpec.SecretForm;
import io.throughline.channels.definition.VerifySpec.SignedTime;
import io.throughline.channels.definition.VerifySpec.TimeForm;
import io.throughline.yaml.YamlMap;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Reads the {@code verify} block: the values of the scheme that {@code type} names, and those that
 * the block puts in their place. A secret that is not named is {@code ${secret.ID}} of the channel.
 * What would prove nothing is an error: a time that is not signed, or a signature that leaves out
 * the body.
 */
final class VerifyReader {

    private final YamlMap map;
    private final VerifySpec preset;
    private final String channelId;

    private VerifyReader(YamlMap map, VerifySpec preset, String channelId) {
        this.map = map;
        this.preset = preset;
        this.channelId = channelId;
    }

    static VerifySpec read(YamlMap map, String channelId) {
        String type = map.text("type").orElse("hmac-sha256");
        Optional<VerifySpec> preset = VerifyPresets.of(type);
        if (preset.isEmpty()) {
            map.choice("type", List.copyOf(VerifyPresets.names()));
        }
        VerifySpec scheme = preset.orElseGet(() -> VerifyPresets.of("slack").get());
        return new VerifyReader(map, scheme, channelId).read();
    }

    private VerifySpec read() {
        if (preset.algorithm().signs()) {
            map.only(
                    "type",
                    "header",
                    "prefix",
                    "separator",
                    "encoding",
                    "over",
                    "id",
                    "timestamp",
                    "secret",
                    "secretPrefix",
                    "secretEncoding",
                    "url");
        } else if (preset.algorithm() == Algorithm.BASIC) {
            map.only("type", "user", "secret");
        } else {
            map.only("type", "header", "prefix", "secret");
        }
        List<Part> over = over();
        VerifySpec spec =
                new VerifySpec(
                        preset.algorithm(),
                        place(),
                        over,
                        map.text("id").orElse(preset.id()),
                        time(),
                        secretForm(),
                        url(),
                        user(),
                        secrets());
        coherent(spec);
        return spec;
    }

    private Place place() {
        Place usual = preset.signature();
        String header =
                usual.header().isEmpty()
                        ? map.requiredText("header")
                        : map.text("header").orElse(usual.header());
        return new Place(
                header,
                map.text("prefix").orElse(usual.prefix()),
                map.text("separator").orElse(usual.separator()),
                Choice.read(map, "encoding", Encoding.values(), usual.encoding()));
    }

    private List<Part> over() {
        Optional<String> text = map.text("over");
        if (text.isEmpty() || !preset.algorithm().signs()) {
            return preset.over();
        }
        try {
            return SignedText.parse(text.get());
        } catch (IllegalArgumentException e) {
            map.error("over", e.getMessage());
            return preset.over();
        }
    }

    private SignedTime time() {
        Optional<YamlMap> block = map.map("timestamp");
        if (block.isEmpty()) {
            return preset.time();
        }
        YamlMap time = block.get();
        time.only("header", "prefix", "format", "tolerance");
        Optional<SignedTime> usual = Optional.ofNullable(preset.time());
        return new SignedTime(
                usual.isPresent()
                        ? time.text("header").orElse(usual.get().header())
                        : time.requiredText("header"),
                time.text("prefix").orElse(usual.map(SignedTime::prefix).orElse("")),
                Choice.read(
                        time,
                        "format",
                        TimeForm.values(),
                        usual.map(SignedTime::form).orElse(TimeForm.EPOCH_SECONDS)),
                tolerance(time, usual.map(SignedTime::tolerance).orElse(SignedTime.TOLERANCE)));
    }

    private static Duration tolerance(YamlMap time, Duration usual) {
        Duration tolerance = new Values(time).duration("tolerance", usual);
        if (tolerance.compareTo(Duration.ofHours(1)) > 0) {
            time.error("tolerance", "more than an hour lets a copied request in all that time");
        }
        return tolerance;
    }

    private SecretForm secretForm() {
        return new SecretForm(
                map.text("secretPrefix").orElse(preset.secret().prefix()),
                Choice.read(
                        map,
                        "secretEncoding",
                        SecretEncoding.values(),
                        preset.secret().encoding()));
    }

    private String url() {
        Optional<String> url = map.text("url");
        if (url.isPresent() && url.get().contains("?")) {
            map.error("url", "the address without a query: that of each request is put to it");
        }
        return url.orElse(null);
    }

    private String user() {
        return preset.algorithm() == Algorithm.BASIC ? map.requiredText("user") : null;
    }

    private List<String> secrets() {
        if (!map.has("secret")) {
            return List.of("${secret." + channelId + "}");
        }
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
        return secrets;
    }

    private void coherent(VerifySpec spec) {
        if (!spec.algorithm().signs()) {
            return;
        }
        boolean content = has(spec, PartKind.BODY) || has(spec, PartKind.FORM);
        if (!content) {
            map.error("over", "what is signed must hold ${body} or ${form}");
        }
        if (has(spec, PartKind.FORM) && !has(spec, PartKind.URL)) {
            map.error("over", "${form} needs ${url}, whose query proves what is no form");
        }
        if (has(spec, PartKind.TIMESTAMP) != (spec.time() != null)) {
            map.error(
                    spec.time() == null ? "over" : "timestamp",
                    "'timestamp' and ${timestamp} in 'over' belong together");
        }
        if (has(spec, PartKind.ID) != (spec.id() != null)) {
            map.error(
                    spec.id() == null ? "over" : "id", "'id' and ${id} in 'over' belong together");
        }
    }

    private static boolean has(VerifySpec spec, PartKind kind) {
        return spec.over().stream().anyMatch(part -> part.kind() == kind);
    }
}
