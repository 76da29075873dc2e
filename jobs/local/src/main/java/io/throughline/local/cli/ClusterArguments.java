package io.throughline.local.cli;

import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.local.provision.Keep;
import io.throughline.pipeline.config.ThroughlineConfig;
import io.throughline.pipeline.config.ThroughlineConfigReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of the commands that change an Elasticsearch of the user's own. */
final class ClusterArguments {

    @Option(
            names = "--elasticsearch",
            paramLabel = "URL",
            description = "Elasticsearch, such as https://es-1:9200.")
    private String elasticsearch;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "Configuration of the pipeline: its Elasticsearch, credentials and journey map"
                            + " are taken where no option names others.")
    private Path config;

    @Option(
            names = "--api-key-file",
            paramLabel = "FILE",
            description = "File with the encoded API key, one line.")
    private Path apiKey;

    @Option(names = "--user", paramLabel = "NAME", description = "User, instead of an API key.")
    private String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "File with the password of --user, one line.")
    private Path password;

    @Option(
            names = "--ca",
            paramLabel = "PEM",
            description = "Certificates to trust instead of those of the platform.")
    private Path certificates;

    /** The configuration, when one was named. */
    Optional<ThroughlineConfig> configuration() throws IOException {
        if (config == null) {
            return Optional.empty();
        }
        if (!Files.exists(config)) {
            throw new UserException("there is no configuration " + config + ".");
        }
        return Optional.of(ThroughlineConfigReader.read(config, System::getenv));
    }

    /** Where Elasticsearch is and who asks. */
    ElasticsearchSettings settings(Optional<ThroughlineConfig> configuration) throws IOException {
        Optional<ElasticsearchSettings> configured =
                configuration.flatMap(ThroughlineConfig::elasticsearch);
        if (elasticsearch == null && configured.isEmpty()) {
            throw new UsageException(
                    "name Elasticsearch with --elasticsearch URL, or with --config a configuration"
                            + " that has one.");
        }
        ElasticsearchSettings settings =
                elasticsearch == null
                        ? configured.orElseThrow()
                        : configured
                                .map(known -> at(known, elasticsearch))
                                .orElseGet(() -> at(elasticsearch));
        return certificates(credentials(settings));
    }

    private static ElasticsearchSettings at(ElasticsearchSettings known, String url) {
        ElasticsearchSettings other = at(url);
        if (known.apiKey() != null) {
            other = other.withApiKey(known.apiKey());
        } else if (known.user() != null) {
            other = other.withUser(known.user(), known.password());
        }
        return known.caCertificate() == null
                ? other
                : other.withCaCertificate(Path.of(known.caCertificate()));
    }

    private static ElasticsearchSettings at(String url) {
        try {
            return ElasticsearchSettings.of(url);
        } catch (IllegalArgumentException e) {
            throw new UsageException(
                    "--elasticsearch: " + e.getMessage() + ", such as https://es-1:9200.", e);
        }
    }

    /** Reads {@code --keep}. */
    static Keep keep(String text) {
        try {
            return Keep.parse(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--keep: " + e.getMessage() + ".", e);
        }
    }

    private ElasticsearchSettings credentials(ElasticsearchSettings settings) throws IOException {
        if (apiKey != null && user != null) {
            throw new UsageException("give an API key or a user, not both.");
        }
        if (apiKey != null) {
            return settings.withApiKey(secret(apiKey));
        }
        if (user == null) {
            return settings;
        }
        if (password == null) {
            throw new UsageException("give the password of --user with --password-file.");
        }
        return settings.withUser(user, secret(password));
    }

    private ElasticsearchSettings certificates(ElasticsearchSettings settings) {
        return certificates == null ? settings : settings.withCaCertificate(certificates);
    }

    /** The only line of a file. */
    static String secret(Path file) throws IOException {
        String secret = Files.readString(file).strip();
        if (secret.isEmpty() || secret.contains("\n")) {
            throw new UserException(file + " has to hold one line, the secret, and nothing else.");
        }
        return secret;
    }
}
