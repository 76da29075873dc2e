package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GatewayCommandTest {

    private static final String HEAD = "apiVersion: throughline/v1\njourney: insurance\n";
    private static final String KAFKA = "kafka: {bootstrapServers: \"127.0.0.1:1\"}\n";
    private static final String PUSH =
            "channels:\n  - definition: typeform\n    secrets: {typeform: abc}\n";

    @TempDir Path home;

    @Test
    void withoutAKafkaOfItsOwnItSaysWhatToDoNext() throws IOException {
        Called called = gateway(HEAD + PUSH);

        assertThat(called.exit()).isEqualTo(1);
        assertThat(String.join("\n", called.err()))
                .contains("names no Kafka")
                .contains("kafka: {bootstrapServers: HOST:9092}")
                .contains("throughline run");
        assertThat(called.out()).isEmpty();
    }

    @Test
    void withoutAPushedChannelItSaysWhatToDoNext() throws IOException {
        Called called = gateway(HEAD + KAFKA);

        assertThat(called.exit()).isEqualTo(1);
        assertThat(String.join("\n", called.err()))
                .contains("no channel that is pushed")
                .contains("- definition: typeform");
    }

    @Test
    void aSecretWithoutAValueIsNamed() throws IOException {
        Called called = gateway(HEAD + KAFKA + "channels:\n  - definition: typeform\n");

        assertThat(called.exit()).isEqualTo(1);
        assertThat(String.join("\n", called.err())).contains("secret").contains("typeform");
    }

    @Test
    void aConfigurationThatIsNotThereIsNamed() {
        Called called =
                Called.with(home, "", "gateway", "--config", home.resolve("no.yaml").toString());

        assertThat(called.exit()).isEqualTo(1);
        assertThat(String.join("\n", called.err())).contains("no.yaml");
    }

    @Test
    void aPortThatIsNoneIsRefused() throws IOException {
        Called called = gateway(HEAD + KAFKA + PUSH, "--port", "70000");

        assertThat(called.exit()).isEqualTo(2);
        assertThat(String.join("\n", called.err())).contains("0 to 65535");
    }

    @Test
    void helpTellsThePathsAndAnExample() {
        Called called = Called.with(home, "", "gateway", "--help");

        assertThat(called.exit()).isZero();
        assertThat(String.join("\n", called.out()))
                .contains("--config", "--host", "--port", "/channels/ID", "SIGTERM");
    }

    private Called gateway(String config, String... more) throws IOException {
        Path file = Files.writeString(home.resolve("throughline.yaml"), config);
        String[] line = new String[more.length + 3];
        line[0] = "gateway";
        line[1] = "--config";
        line[2] = file.toString();
        System.arraycopy(more, 0, line, 3, more.length);
        return Called.with(home, "", line);
    }
}
