package io.throughline.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.definition.ChannelDefinition;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReconcileTest {

    private final ChannelDefinition definition =
            Given.definition(
                    """
                    mode: push
                    records: $.items[*]
                    verify: {type: hmac-sha256, header: X-Signature}
                    reconcile:
                      url: ${config.url}/answers
                      auth: {type: bearer, token: "${secret.api}"}
                    """);

    @Test
    void aPushedChannelIsPolledAsWellWhereItsConfigurationIsThere() throws InterruptedException {
        try (FakeServer server = FakeServer.start()) {
            server.then(FakeServer.page("{\"items\":[{\"id\":1}]}"));
            ChannelInstance instance =
                    ChannelInstance.reconciling(
                                    definition,
                                    Map.of("config.url", server.url(), "secret.api", "t0k3n"))
                            .orElseThrow();
            Fetchers fetchers = new Fetchers(Extent.BOUNDED, FetchSettings.DEFAULT);
            fetchers.check(instance);

            Reading reading = new Reading(fetchers.open(instance, Map.of()), Map.of()).all();

            assertThat(reading.bodies()).hasSize(1);
            assertThat(server.seen.get(0).header("Authorization")).isEqualTo("Bearer t0k3n");
        }
    }

    @Test
    void withoutItTheChannelIsPushedOnly() {
        assertThat(ChannelInstance.reconciling(definition, Map.of("config.url", "http://x")))
                .isEmpty();
    }
}
