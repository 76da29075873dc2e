package io.throughline.channels.definition;

import io.throughline.channels.Mappers;
import io.throughline.channels.expression.Expression;
import io.throughline.model.Channel;
import io.throughline.yaml.YamlFile;
import io.throughline.yaml.YamlMap;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads a {@code channel.yaml}. */
public final class ChannelDefinitions {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final YamlMap root;
    private final Values values;

    private ChannelDefinitions(YamlMap root) {
        this.root = root;
        this.values = new Values(root);
    }

    /**
     * Reads a definition.
     *
     * @param fileName shown in problems
     * @throws io.throughline.yaml.YamlException with every problem at its line and column
     */
    public static ChannelDefinition read(String fileName, String yaml) {
        YamlFile file = YamlFile.parse(fileName, yaml);
        ChannelDefinition definition = new ChannelDefinitions(file.root()).read(file);
        file.check();
        return definition;
    }

    private ChannelDefinition read(YamlFile file) {
        root.only(
                "apiVersion",
                "id",
                "channel",
                "touchpoint",
                "mode",
                "limits",
                "mapper",
                "map",
                "records",
                "drop",
                "request",
                "stream",
                "verify",
                "ack",
                "reconcile",
                "fetcher",
                "options",
                "format",
                "delimiter",
                "encoding",
                "headerRows",
                "headers");
        String version = root.requiredText("apiVersion");
        if (!version.isEmpty() && !version.equals(ChannelDefinition.API_VERSION)) {
            root.error(
                    "apiVersion",
                    "'" + version + "' is not known; write " + ChannelDefinition.API_VERSION);
        }
        String id = root.requiredText("id");
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            root.error("id", "an id is lower-case letters, digits and hyphens, up to 63");
        }
        Mode mode = mode();
        ChannelRule channel = channel();
        Expression touchpoint = touchpoint();
        Limits limits = limits();
        Optional<String> mapper = mapper();
        FieldMap map = root.map("map").map(block -> new FieldMapReader(block).read()).orElse(null);
        List<Expression> records = values.expressions("records");
        if (!records.isEmpty() && mapper.isPresent()) {
            root.error(
                    "records", "a 'mapper' finds its records itself; 'records' belongs to 'map'");
        }
        List<DropRule> drop = root.maps("drop").stream().map(DropRuleReader::read).toList();
        ModeReader modes = new ModeReader(root, mode);
        RequestSpec request = modes.request();
        StreamSpec stream = modes.stream();
        VerifySpec verify = modes.verify();
        RequestSpec reconcile = modes.reconcile();
        FetcherSpec fetcher = modes.fetcher();
        List<String> requestHeaders = modes.requestHeaders();
        FileSpec fileSpec = new FileReader(root).read();
        file.check();
        return new ChannelDefinition(
                id,
                channel,
                touchpoint,
                mode,
                limits,
                mapper.orElse(null),
                map,
                records,
                drop,
                request,
                stream,
                verify,
                fileSpec,
                reconcile,
                fetcher,
                requestHeaders);
    }

    private Mode mode() {
        root.requiredText("mode");
        Optional<String> known =
                root.choice("mode", Arrays.stream(Mode.values()).map(Mode::id).toList());
        return known.map(text -> Mode.valueOf(text.toUpperCase(Locale.ROOT))).orElse(Mode.FILE);
    }

    private Optional<String> mapper() {
        Optional<String> mapper = root.text("mapper");
        if (mapper.isPresent() == root.has("map")) {
            root.error(
                    mapper.isPresent() ? "map" : "id",
                    "a channel has either 'mapper' (one of "
                            + String.join(", ", Mappers.names())
                            + ") or 'map'");
        }
        return root.choice("mapper", List.copyOf(Mappers.names()));
    }

    private ChannelRule channel() {
        if (!root.isMap("channel")) {
            return ChannelRule.fixed(channel(root, "channel", root.requiredText("channel")));
        }
        YamlMap rule = root.requiredMap("channel");
        rule.only("from", "values", "otherwise");
        Expression from = new Values(rule).requiredExpression("from");
        Map<String, Channel> byValue = new TreeMap<>();
        rule.map("values")
                .ifPresent(
                        map -> {
                            for (String key : map.keys()) {
                                byValue.put(
                                        key.strip(), channel(map, key, map.text(key).orElse("")));
                            }
                        });
        Channel otherwise =
                rule.text("otherwise")
                        .map(text -> channel(rule, "otherwise", text))
                        .orElse(Channel.OTHER);
        return new ChannelRule(from, byValue, otherwise);
    }

    private static Channel channel(YamlMap map, String key, String id) {
        if (!map.has(key)) {
            map.missing(key);
        } else if (!id.isEmpty()) {
            map.choice(key, Arrays.stream(Channel.values()).map(Channel::id).toList());
        }
        return Channel.of(id).orElse(Channel.OTHER);
    }

    private Expression touchpoint() {
        if (!root.isMap("touchpoint")) {
            return root.text("touchpoint").map(Expression::constant).orElse(null);
        }
        YamlMap rule = root.requiredMap("touchpoint");
        rule.only("from");
        return new Values(rule).requiredExpression("from");
    }

    private Limits limits() {
        Optional<YamlMap> block = root.map("limits");
        if (block.isEmpty()) {
            return Limits.DEFAULT;
        }
        YamlMap map = block.get();
        map.only("maxRecord", "maxDepth");
        Values limits = new Values(map);
        return new Limits(
                limits.size("maxRecord", Limits.DEFAULT.maxRecord(), Limits.MAX_CARRIED),
                limits.whole("maxDepth", Limits.DEFAULT.maxDepth(), 1, Limits.DEEPEST));
    }
}
