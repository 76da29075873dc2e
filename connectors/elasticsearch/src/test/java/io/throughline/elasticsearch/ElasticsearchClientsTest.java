package io.throughline.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ElasticsearchClientsTest {

    private final FakeElasticsearch elasticsearch = new FakeElasticsearch();

    @AfterEach
    void stop() {
        elasticsearch.close();
    }

    @Test
    void sendsTheApiKeyWithTheFirstRequest() throws Exception {
        request(elasticsearch.settings().withApiKey("a2V5"));

        assertThat(elasticsearch.lastAuthorization()).isEqualTo("ApiKey a2V5");
    }

    @Test
    void sendsTheUserWithTheFirstRequest() throws Exception {
        request(elasticsearch.settings().withUser("user", "pässword"));

        assertThat(elasticsearch.lastAuthorization()).isEqualTo("Basic dXNlcjpww6Rzc3dvcmQ=");
    }

    @Test
    void keepsThePathOfTheHosts() throws Exception {
        request(ElasticsearchSettings.of(elasticsearch.settings().hosts().get(0) + "/search/"));

        assertThat(elasticsearch.lastPath()).isEqualTo("/search/_bulk");
        assertThat(elasticsearch.lastAuthorization()).isNull();
    }

    @Test
    void saysWhichCertificateCannotBeUsed(@TempDir Path folder) throws Exception {
        Path missing = folder.resolve("missing.pem");
        Path broken = Files.writeString(folder.resolve("broken.pem"), "no certificate");

        assertThatThrownBy(
                        () ->
                                ElasticsearchClients.open(
                                        elasticsearch.settings().withCaCertificate(missing)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("missing.pem");
        assertThatThrownBy(
                        () ->
                                ElasticsearchClients.open(
                                        elasticsearch.settings().withCaCertificate(broken)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("broken.pem");
    }

    private static void request(ElasticsearchSettings settings) throws Exception {
        try (RestClient client = ElasticsearchClients.open(settings)) {
            client.performRequest(new Request("POST", "/_bulk"));
        }
    }
}
