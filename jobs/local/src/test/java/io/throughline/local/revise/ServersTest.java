package io.throughline.local.revise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.elasticsearch.ElasticsearchSetupException;
import io.throughline.kafka.KafkaSettings;
import java.io.IOException;
import java.util.Optional;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.Test;

/** Who only writes documents, as a replay does, needs no leave to manage templates. */
class ServersTest {

    private static final Servers NOBODY =
            Servers.at(
                    KafkaSettings.of("127.0.0.1:1"),
                    Optional.of(ElasticsearchSettings.of("http://127.0.0.1:1")));

    @Test
    void aClientAsItIsAsksForNothing() throws IOException {
        try (RestClient client = NOBODY.client().orElseThrow()) {
            assertThat(client.isRunning()).isTrue();
        }
    }

    @Test
    void indicesAreAskedForBeforeTheyArePutInOrder() {
        assertThatThrownBy(NOBODY::search).isInstanceOf(ElasticsearchSetupException.class);
    }
}
