package io.throughline.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElasticsearchSettingsTest {

    private static final ElasticsearchSettings PLAIN =
            ElasticsearchSettings.of("https://es-1:9200", "https://es-2:9200");

    @Test
    void travelsInAJobGraph() throws Exception {
        ElasticsearchSettings settings =
                PLAIN.withUser("elastic", "secret").withCaCertificate(Path.of("/etc/ca.pem"));

        assertThat(InstantiationUtil.clone(settings)).isEqualTo(settings);
    }

    @Test
    void doesNotPrintSecrets() {
        assertThat(PLAIN.withApiKey("c2VjcmV0").toString())
                .contains("es-1", "API key")
                .doesNotContain("c2VjcmV0");
        assertThat(PLAIN.withUser("elastic", "hunter2").toString())
                .doesNotContain("hunter2")
                .doesNotContain("elastic,");
    }

    @Test
    void takesTheLastCredentialsGiven() {
        assertThat(PLAIN.withUser("u", "p").withApiKey("k").user()).isNull();
        assertThat(PLAIN.withApiKey("k").withUser("u", "p").apiKey()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"es-1:9200", "ftp://es-1", "http://", "not a url", "http://u:p@es-1"})
    void refusesWhatIsNoUrlOfAHostWithoutRepeatingIt(String host) {
        assertThatThrownBy(() -> ElasticsearchSettings.of(host))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("u:p");
    }

    @Test
    void refusesContradictions() {
        assertThatThrownBy(ElasticsearchSettings::of).hasMessageContaining("at least one host");
        assertThatThrownBy(() -> ElasticsearchSettings.of("http://a/x", "http://b/y"))
                .hasMessageContaining("different paths");
        assertThatThrownBy(
                        () ->
                                PLAIN.withTimeouts(
                                        Duration.ZERO,
                                        Duration.ofSeconds(1),
                                        Duration.ofSeconds(1)))
                .hasMessageContaining("connectTimeout");
    }
}
