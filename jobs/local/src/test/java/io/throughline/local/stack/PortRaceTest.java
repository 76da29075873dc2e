package io.throughline.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortRaceTest {

    @TempDir Path directory;

    @Test
    void triesAgainWhileAnotherProgramIsFaster() {
        AtomicInteger starts = new AtomicInteger();
        List<String> told = new ArrayList<>();

        String started = PortRace.run(told::add, () -> start(starts, 2));

        assertThat(started).isEqualTo("started");
        assertThat(starts).hasValue(3);
        assertThat(told).hasSize(2);
    }

    @Test
    void givesUpAfterThreeTimes() {
        AtomicInteger starts = new AtomicInteger();
        assertThatThrownBy(() -> PortRace.run(told -> {}, () -> start(starts, 9)))
                .isInstanceOf(PortTakenException.class);
        assertThat(starts).hasValue(3);
    }

    @Test
    void aBrokerWhosePortIsTakenEndsAtOnceAndSaysSo() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"));
                Ports ports = new Ports()) {
            int controller = ports.free();
            ports.close();
            KafkaNode broker =
                    KafkaNode.launch(
                            DataDirectory.open(directory),
                            other.getLocalPort(),
                            controller,
                            StackMemory.DEFAULT.kafkaHeap());
            try {
                assertThatThrownBy(broker::awaitReady)
                        .isInstanceOf(PortTakenException.class)
                        .hasMessageStartingWith("Kafka ended while it started (exit code 4)")
                        .hasMessageContaining("Address already in use");
            } finally {
                broker.kill();
            }
        }
    }

    private static String start(AtomicInteger starts, int taken) {
        if (starts.incrementAndGet() <= taken) {
            throw new PortTakenException("Kafka ended while it started");
        }
        return "started";
    }
}
