package io.throughline.pipeline.config;

import io.throughline.alert.AlertRules;
import io.throughline.alert.AlertRulesReader;
import io.throughline.domain.tagging.Engines;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.kafka.KafkaSettings;
import io.throughline.pipeline.config.ThroughlineConfig.Address;
import io.throughline.pipeline.tagging.TaggingSettings;
import io.throughline.yaml.YamlFile;
import io.throughline.yaml.YamlMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Reads {@code throughline.yaml}; says everything that is wrong with it at line and column. */
public final class ThroughlineConfigReader {

    /** What the launcher reads of a log-in; only its spelling is looked at here. */
    private static final Consumer<YamlMap> LOGIN_KEYS =
            oidc ->
                    oidc.only(
                            "issuer",
                            "clientId",
                            "clientSecret",
                            "scopes",
                            "nameClaim",
                            "roleClaim",
                            "viewers",
                            "editors",
                            "admins");

    private static final int MAX_PORT = 65_535;

    /** As Kafka's clients read them. */
    private static final Pattern BROKERS =
            Pattern.compile(
                    "(?:\\w+://)?\\[?[\\w.%:-]+]?:\\d{1,5}(?:\\s*,\\s*(?:\\w+://)?\\[?[\\w.%:-]+]?:\\d{1,5})*");

    private final Path directory;
    private final References references;
    private final ConfigFiles files;

    private ThroughlineConfigReader(
            Path directory, UnaryOperator<String> environment, ConfigFiles files) {
        this.directory = directory;
        this.files = files;
        this.references = new References(environment, directory, files);
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
        return read(file, environment, new ConfigFiles());
    }

    static ThroughlineConfig read(Path file, UnaryOperator<String> environment, ConfigFiles files)
            throws IOException {
        return part(file, environment, files, ThroughlineConfigReader::whole);
    }

    /**
     * Where Kafka is, for who needs nothing else: no other block's secrets have to be at hand.
     *
     * @throws IOException when the file cannot be read
     * @throws io.throughline.yaml.YamlException when the block cannot be used
     */
    public static Optional<KafkaSettings> kafka(Path file, UnaryOperator<String> environment)
            throws IOException {
        return part(
                file,
                environment,
                new ConfigFiles(),
                (reader, root) -> root.map("kafka").map(reader::kafka));
    }

    /** The journey map and the engines alone, as {@link #kafka(Path, UnaryOperator)}. */
    public static TaggingSettings tagging(Path file, UnaryOperator<String> environment)
            throws IOException {
        return part(file, environment, new ConfigFiles(), ThroughlineConfigReader::tagging);
    }

    private static <T> T part(
            Path file,
            UnaryOperator<String> environment,
            ConfigFiles files,
            BiFunction<ThroughlineConfigReader, YamlMap, T> part)
            throws IOException {
        Path absolute = file.toAbsolutePath().normalize();
        YamlFile yaml = YamlFile.parse(file.toString(), files.read(absolute));
        T read =
                part.apply(
                        new ThroughlineConfigReader(absolute.getParent(), environment, files),
                        yaml.root());
        yaml.check();
        return read;
    }

    private ThroughlineConfig whole(YamlMap root) {
        root.only(
                "apiVersion",
                "journey",
                "kafka",
                "elasticsearch",
                "channels",
                "tagging",
                "learning",
                "signals",
                "privacy",
                "gateway",
                "console",
                "alerts",
                // Read by those who deliver alerts, as a ConfigPart.
                "receivers",
                "owners",
                "links");
        if (!root.requiredText("apiVersion").equals("throughline/v1")) {
            root.error(
                    "apiVersion",
                    "write apiVersion: throughline/v1, the one that this release reads");
        }
        ThroughlineConfig config =
                new ThroughlineConfig(
                        root.map("kafka").map(this::kafka),
                        root.map("elasticsearch").map(this::elasticsearch),
                        new ChannelsReader(directory, references, files).read(root),
                        tagging(root),
                        SignalsReader.read(root),
                        root.map("privacy").flatMap(this::authorKey),
                        address(root, "gateway", "host", "port"),
                        // Who may change something from the live page is read by the launcher.
                        address(root, "console", "host", "port", "tokenFile", "readRole", "oidc"),
                        root.map("alerts")
                                .map(AlertRulesReader::readOnly)
                                .orElse(AlertRules.DEFAULT));
        root.map("console").flatMap(console -> console.map("oidc")).ifPresent(LOGIN_KEYS);
        return config;
    }

    private KafkaSettings kafka(YamlMap kafka) {
        kafka.only("bootstrapServers", "properties");
        String servers =
                references.resolve(
                        kafka, "bootstrapServers", kafka.requiredText("bootstrapServers"));
        if (!servers.isBlank() && !BROKERS.matcher(servers.strip()).matches()) {
            kafka.error("bootstrapServers", "a broker is HOST:PORT, several with commas between");
        }
        Map<String, String> properties =
                kafka.map("properties").map(references::texts).orElse(Map.of());
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

    private TaggingSettings tagging(YamlMap root) {
        Optional<YamlMap> tagging = root.map("tagging");
        tagging.ifPresent(map -> map.only("sentiment", "stage"));
        String sentiment =
                tagging.flatMap(map -> map.text("sentiment")).orElse(Engines.DEFAULT_SENTIMENT);
        String stage = tagging.flatMap(map -> map.text("stage")).orElse(Engines.DEFAULT_STAGE);
        String journey = root.requiredText("journey");
        if (journey.isBlank()) {
            return new TaggingSettings(sentiment, stage, "", "");
        }
        try {
            return JourneyFiles.settings(sentiment, stage, journey, directory)
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

    private Address address(YamlMap root, String key, String... known) {
        Optional<YamlMap> address = root.map(key);
        address.ifPresent(map -> map.only(known));
        long port = address.flatMap(map -> map.integer("port")).orElse(0L);
        if (port < 0 || port > MAX_PORT) {
            address.orElseThrow().error("port", "a port is a number from 0 (any free) to 65535");
        }
        return new Address(
                address.flatMap(map -> references.text(map, "host")).orElse("127.0.0.1"),
                (int) Math.max(0, Math.min(MAX_PORT, port)));
    }
}
