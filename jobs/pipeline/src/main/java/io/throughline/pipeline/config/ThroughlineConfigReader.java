package io.throughline.pipeline.config;

import io.throughline.channels.ChannelCatalog;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.domain.tagging.Engines;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.kafka.KafkaSettings;
import io.throughline.pipeline.config.ThroughlineConfig.Address;
import io.throughline.pipeline.tagging.TaggingSettings;
import io.throughline.yaml.YamlFile;
import io.throughline.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Reads {@code throughline.yaml}; says everything that is wrong with it at line and column. */
public final class ThroughlineConfigReader {

    private static final int MAX_PORT = 65_535;

    private final Path directory;
    private final References references;

    private ThroughlineConfigReader(Path directory, UnaryOperator<String> environment) {
        this.directory = directory;
        this.references = new References(environment, directory);
    }

    /**
     * The configuration in a file; names in it are relative to its directory.
     *
     * @param environment value of an environment variable; null when it is not set
     * @throws IOException when the file cannot be read
     * @throws io.throughline.yaml.YamlException when it or a file it names cannot be used
     */
    public static ThroughlineConfig read(Path file, UnaryOperator<String> environment)
            throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        return new ThroughlineConfigReader(absolute.getParent(), environment)
                .read(file.toString(), Files.readString(absolute));
    }

    private ThroughlineConfig read(String name, String text) {
        YamlFile file = YamlFile.parse(name, text);
        YamlMap root = file.root();
        root.only(
                "apiVersion",
                "journey",
                "kafka",
                "elasticsearch",
                "channels",
                "tagging",
                "learning",
                "privacy",
                "gateway",
                "console");
        if (!root.requiredText("apiVersion").equals("throughline/v1")) {
            root.error("apiVersion", "apiVersion is throughline/v1");
        }
        ThroughlineConfig config =
                new ThroughlineConfig(
                        root.map("kafka").map(this::kafka),
                        root.map("elasticsearch").map(this::elasticsearch),
                        channels(root),
                        tagging(root),
                        root.map("privacy").flatMap(this::authorKey),
                        address(root, "gateway"),
                        address(root, "console"));
        file.check();
        return config;
    }

    private KafkaSettings kafka(YamlMap kafka) {
        kafka.only("bootstrapServers", "properties");
        String servers =
                references.resolve(
                        kafka, "bootstrapServers", kafka.requiredText("bootstrapServers"));
        Map<String, String> properties = kafka.map("properties").map(this::texts).orElse(Map.of());
        return new KafkaSettings(servers.isBlank() ? "missing" : servers, properties);
    }

    private ElasticsearchSettings elasticsearch(YamlMap elasticsearch) {
        elasticsearch.only("hosts", "apiKey", "user", "password", "caCertificate");
        List<String> hosts =
                elasticsearch.texts("hosts").stream()
                        .map(host -> references.resolve(elasticsearch, "hosts", host))
                        .toList();
        if (hosts.isEmpty()) {
            elasticsearch.missing("hosts");
            hosts = List.of("http://missing");
        }
        ElasticsearchSettings settings;
        try {
            settings = ElasticsearchSettings.of(hosts.toArray(String[]::new));
        } catch (IllegalArgumentException e) {
            elasticsearch.error("hosts", e.getMessage());
            return ElasticsearchSettings.of("http://missing");
        }
        Optional<String> apiKey = references.text(elasticsearch, "apiKey");
        if (apiKey.isPresent()) {
            settings = settings.withApiKey(apiKey.get());
        }
        Optional<String> user = references.text(elasticsearch, "user");
        if (user.isPresent()) {
            if (apiKey.isPresent()) {
                elasticsearch.error("user", "give an apiKey or a user and password, not both");
            }
            settings =
                    settings.withUser(
                            user.get(),
                            references
                                    .text(elasticsearch, "password")
                                    .orElseGet(() -> missing(elasticsearch, "password")));
        }
        Optional<String> authority = references.text(elasticsearch, "caCertificate");
        if (authority.isPresent()) {
            settings = settings.withCaCertificate(directory.resolve(authority.get()));
        }
        return settings;
    }

    private static String missing(YamlMap map, String key) {
        map.missing(key);
        return "";
    }

    private List<ConfiguredChannel> channels(YamlMap root) {
        ChannelCatalog catalog = ChannelCatalog.builtIn();
        List<ConfiguredChannel> channels = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlMap channel : root.maps("channels")) {
            channel.only("definition", "config", "secrets", "files");
            String name = channel.requiredText("definition");
            definition(catalog, channel, name)
                    .ifPresent(
                            definition -> {
                                if (!ids.add(definition.id())) {
                                    channel.error(
                                            "definition",
                                            "channel '" + definition.id() + "' is there already");
                                }
                                channels.add(configured(channel, definition));
                            });
        }
        return channels;
    }

    private ConfiguredChannel configured(YamlMap channel, ChannelDefinition definition) {
        List<String> files =
                channel.texts("files").stream()
                        .map(file -> references.resolve(channel, "files", file))
                        .filter(file -> !file.isBlank())
                        .map(file -> directory.resolve(file).normalize().toString())
                        .toList();
        return new ConfiguredChannel(
                definition,
                channel.map("config").map(this::texts).orElse(Map.of()),
                channel.map("secrets").map(this::texts).orElse(Map.of()),
                files);
    }

    private Optional<ChannelDefinition> definition(
            ChannelCatalog catalog, YamlMap channel, String name) {
        if (name.isBlank()) {
            return Optional.empty();
        }
        if (!name.endsWith(".yaml") && !name.endsWith(".yml")) {
            Optional<ChannelDefinition> shipped = catalog.find(name);
            if (shipped.isEmpty()) {
                channel.error(
                        "definition",
                        "no channel '" + name + "' is shipped; a file is named with .yaml");
            }
            return shipped;
        }
        Path path = directory.resolve(name);
        try {
            return Optional.of(ChannelDefinitions.read(path.toString(), Files.readString(path)));
        } catch (IOException e) {
            channel.error("definition", "the file " + path + " cannot be read");
            return Optional.empty();
        }
    }

    private TaggingSettings tagging(YamlMap root) {
        Optional<YamlMap> tagging = root.map("tagging");
        tagging.ifPresent(map -> map.only("sentiment", "stage"));
        String sentiment =
                tagging.flatMap(map -> map.text("sentiment")).orElse(Engines.DEFAULT_SENTIMENT);
        String stage = tagging.flatMap(map -> map.text("stage")).orElse(Engines.DEFAULT_STAGE);
        try {
            return JourneyFiles.settings(sentiment, stage, root.requiredText("journey"), directory)
                    .with(LearningReader.read(root));
        } catch (IOException e) {
            root.error("journey", e.getMessage());
            return new TaggingSettings(sentiment, stage, "", "");
        }
    }

    private Optional<String> authorKey(YamlMap privacy) {
        privacy.only("authorKey");
        return references.text(privacy, "authorKey");
    }

    private Address address(YamlMap root, String key) {
        Optional<YamlMap> address = root.map(key);
        address.ifPresent(map -> map.only("host", "port"));
        long port = address.flatMap(map -> map.integer("port")).orElse(0L);
        if (port < 0 || port > MAX_PORT) {
            address.orElseThrow().error("port", "a port is a number from 0 (any free) to 65535");
        }
        return new Address(
                address.flatMap(map -> references.text(map, "host")).orElse("127.0.0.1"),
                (int) Math.max(0, Math.min(MAX_PORT, port)));
    }

    private Map<String, String> texts(YamlMap map) {
        Map<String, String> texts = new TreeMap<>();
        map.keys()
                .forEach(key -> references.text(map, key).ifPresent(text -> texts.put(key, text)));
        return texts;
    }
}
