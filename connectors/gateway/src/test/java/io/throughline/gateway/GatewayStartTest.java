package io.throughline.gateway;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GatewayStartTest {

    @Test
    void saysWhichPortIsInUseAndWhatToDo() {
        try (Gateway first = start(0)) {
            assertThatThrownBy(() -> start(first.port()))
                    .isInstanceOf(GatewayStartException.class)
                    .hasMessageContaining("127.0.0.1:" + first.port())
                    .hasMessageContaining("choose another port");
        }
    }

    @Test
    void saysWhichSecretHasNoValue() {
        assertThatThrownBy(() -> PushChannel.of(Samples.typeform(), Map.of()))
                .hasMessageContaining("secret.typeform");
        assertThatThrownBy(() -> PushChannel.of(Samples.typeform(), Map.of("secret.typeform", "")))
                .hasMessageContaining("secret.typeform");
    }

    private static Gateway start(int port) {
        return Gateway.start(
                GatewaySettings.DEFAULT.at("127.0.0.1", port),
                List.of(),
                FakePublisher.acknowledging(),
                Clock.systemUTC());
    }
}
