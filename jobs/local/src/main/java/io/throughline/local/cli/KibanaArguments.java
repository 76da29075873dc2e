package io.throughline.local.cli;

import io.throughline.elasticsearch.ElasticsearchClients;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.kibana.api.KibanaSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import picocli.CommandLine.Option;

/** Options that name a Kibana. What it is not told it has of Elasticsearch. */
final class KibanaArguments {

    @Option(
            names = "--kibana",
            paramLabel = "URL",
            description = "Kibana, base path included; without it none is touched.")
    private String kibana;

    @Option(
            names = "--kibana-space",
            paramLabel = "ID",
            defaultValue = KibanaSettings.DEFAULT_SPACE,
            description = "Space to put everything into (default: ${DEFAULT-VALUE}).")
    private String space;

    @Option(
            names = "--kibana-api-key-file",
            paramLabel = "FILE",
            description = "API key for Kibana, where it is another one.")
    private Path apiKey;

    @Option(
            names = "--kibana-ca",
            paramLabel = "PEM",
            description = "Certificates to trust for Kibana, where they are others.")
    private Path certificates;

    boolean named() {
        return kibana != null;
    }

    /** Elasticsearch as whoever asks Kibana, where that is somebody else. */
    Optional<ElasticsearchSettings> own(ElasticsearchSettings elasticsearch) throws IOException {
        return apiKey == null
                ? Optional.empty()
                : Optional.of(elasticsearch.withApiKey(ClusterArguments.secret(apiKey)));
    }

    /** Where Kibana is; empty when none was named. */
    Optional<KibanaSettings> settings(ElasticsearchSettings elasticsearch) throws IOException {
        if (kibana == null) {
            return Optional.empty();
        }
        Optional<SSLContext> trust =
                Optional.ofNullable(certificates)
                        .or(() -> Optional.ofNullable(elasticsearch.caCertificate()).map(Path::of))
                        .map(ElasticsearchClients::trust);
        Optional<String> authorization = authorization(elasticsearch);
        try {
            return Optional.of(new KibanaSettings(new URI(kibana), authorization, space, trust));
        } catch (URISyntaxException e) {
            throw new UsageException(
                    "--kibana: this is no URL; write it such as https://kibana:5601.", e);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--kibana, --kibana-space: " + e.getMessage() + ".", e);
        }
    }

    private Optional<String> authorization(ElasticsearchSettings elasticsearch) throws IOException {
        if (apiKey != null) {
            return Optional.of("ApiKey " + ClusterArguments.secret(apiKey));
        }
        if (elasticsearch.apiKey() != null) {
            return Optional.of("ApiKey " + elasticsearch.apiKey());
        }
        if (elasticsearch.user() == null) {
            return Optional.empty();
        }
        String pair = elasticsearch.user() + ":" + elasticsearch.password();
        return Optional.of(
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
}
