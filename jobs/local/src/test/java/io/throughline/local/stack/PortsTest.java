package io.throughline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void freePortsOfOneStackDiffer() {
        try (Ports ports = new Ports()) {
            Set<Integer> seen = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                assertThat(seen.add(ports.free())).isTrue();
            }
        }
    }

    @Test
    void aPortIsUsableAgainOnceLetGo() throws IOException {
        int port;
        try (Ports ports = new Ports()) {
            port = ports.free();
        }
        try (Ports again = new Ports()) {
            assertThat(again.fixedOrFree("Kafka", OptionalInt.of(port))).isEqualTo(port);
        }
    }

    @Test
    void aPortInUseIsRefusedWithItsNumberAndWhatToDo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Ports ports = new Ports()) {
            OptionalInt wanted = OptionalInt.of(taken.getLocalPort());
            assertThatThrownBy(() -> ports.fixedOrFree("Kafka", wanted))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + " for Kafka")
                    .hasMessageContaining("choose another port");
        }
    }

    @Test
    void aNumberThatIsNoPortIsRefused() {
        try (Ports ports = new Ports()) {
            assertThatThrownBy(() -> ports.fixedOrFree("Elasticsearch", OptionalInt.of(70_000)))
                    .isInstanceOf(StackException.class)
                    .hasMessage("Port 70000 for Elasticsearch is none: choose one of 1 to 65535.");
        }
    }
}
