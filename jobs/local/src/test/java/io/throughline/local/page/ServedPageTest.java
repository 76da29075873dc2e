package io.throughline.local.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.throughline.console.ConsoleSettings;
import io.throughline.pipeline.config.ConfigWatch;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServedPageTest {

    private static final byte[] NOTHING_FOUND =
            "{\"hits\": {\"total\": {\"value\": 0}, \"hits\": []}}"
                    .getBytes(StandardCharsets.UTF_8);

    @TempDir Path directory;

    private final List<String> said = new ArrayList<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private HttpServer elasticsearch;
    private Path config;

    @BeforeEach
    void start() throws IOException {
        elasticsearch =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elasticsearch.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        exchange.getResponseHeaders().add("Content-Type", "application/json");
                        exchange.sendResponseHeaders(200, NOTHING_FOUND.length);
                        exchange.getResponseBody().write(NOTHING_FOUND);
                    }
                });
        elasticsearch.start();
        config = directory.resolve("throughline.yaml");
    }

    @AfterEach
    void stop() {
        elasticsearch.stop(0);
    }

    @Test
    void isThereBeforeElasticsearchAndFollowsTheConfigurationToAnother() throws Exception {
        configure("insurance", 1);
        try (ServedPage page = page()) {
            page.look();
            assertThat(said).hasSize(1).first().asString().contains("does not answer");
            assertThat(status(page, "/health")).isEqualTo(200);
            assertThat(status(page, "/ready")).isEqualTo(503);
            assertThat(status(page, "/")).isEqualTo(200);

            configure("insurance", elasticsearch.getAddress().getPort());
            page.look();

            assertThat(said)
                    .last()
                    .asString()
                    .isEqualTo("Elasticsearch answers, and the page shows what it holds");
            assertThat(status(page, "/ready")).isEqualTo(200);
        }
    }

    @Test
    void showsTheStagesOfAChangedJourneyMap() throws Exception {
        configure("insurance", elasticsearch.getAddress().getPort());
        try (ServedPage page = page()) {
            assertThat(text(page, "/api/live"))
                    .contains("\"claim\"")
                    .doesNotContain("\"checkout\"");

            configure("retail", elasticsearch.getAddress().getPort());
            page.look();

            assertThat(text(page, "/api/live"))
                    .contains("\"checkout\"")
                    .doesNotContain("\"claim\"");
        }
    }

    @Test
    void staysAsItIsWhenTheConfigurationCannotBeUsed() throws Exception {
        configure("insurance", elasticsearch.getAddress().getPort());
        try (ServedPage page = page()) {
            Files.writeString(config, "apiVersion: throughline/v1\njourney: nowhere\n");
            page.look();

            assertThat(said).last().asString().contains("The page stays as it is", "nowhere");
            assertThat(text(page, "/api/live")).contains("\"claim\"");
        }
    }

    private ServedPage page() throws IOException {
        ConfigWatch watch = new ConfigWatch(config);
        return ServedPage.start(
                ConsoleSettings.DEFAULT.freshFor(Duration.ZERO),
                config,
                watch,
                watch.changed().orElseThrow(),
                said::add);
    }

    private void configure(String journey, int port) throws IOException {
        Files.writeString(
                config,
                """
                apiVersion: throughline/v1
                journey: %s
                elasticsearch: {hosts: ["http://127.0.0.1:%d"]}
                """
                        .formatted(journey, port));
    }

    private int status(ServedPage page, String path) throws Exception {
        return client.send(request(page, path), BodyHandlers.discarding()).statusCode();
    }

    private String text(ServedPage page, String path) throws Exception {
        return client.send(request(page, path), BodyHandlers.ofString()).body();
    }

    private static HttpRequest request(ServedPage page, String path) {
        return HttpRequest.newBuilder(URI.create(page.url() + path)).build();
    }
}
