package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotifyCommandTest {

    private static final String HEAD = "apiVersion: throughline/v1\njourney: insurance\n";
    private static final String KAFKA = "kafka: {bootstrapServers: \"127.0.0.1:1\"}\n";

    private final List<String> got = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;

    @TempDir Path home;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        got.add(
                                new String(
                                        exchange.getRequestBody().readAllBytes(),
                                        StandardCharsets.UTF_8));
                        byte[] answer = "invalid_blocks".getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(status, answer.length);
                        exchange.getResponseBody().write(answer);
                    }
                });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aTrialSaysThatItIsOneAndWhatCameBack() throws IOException {
        Called called = notify(HEAD + receivers(), "--test", "chat");

        assertThat(called.exit()).isZero();
        JsonNode answer = new ObjectMapper().readTree(String.join("\n", called.out()));
        assertThat(answer.path("receiver").asText()).isEqualTo("chat");
        assertThat(answer.path("result").asText()).isEqualTo("delivered");
        assertThat(answer.path("reason").asText()).isEqualTo("HTTP 200");
        assertThat(got).singleElement().asString().contains("TEST, nothing is wrong:");
    }

    @Test
    void aTrialThatIsRefusedFailsWithTheAnswer() throws IOException {
        status = 400;

        Called called = notify(HEAD + receivers(), "--test", "chat");

        assertThat(called.exit()).isEqualTo(1);
        assertThat(called.out()).singleElement().asString().contains("refused", "invalid_blocks");
    }

    @Test
    void aReceiverThatIsNotThereIsNamed() throws IOException {
        Called called = notify(HEAD + receivers(), "--test", "chatt");

        assertThat(called.exit()).isEqualTo(1);
        assertThat(String.join("\n", called.err()))
                .contains("no receiver 'chatt'; did you mean 'chat'?");
        assertThat(got).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "text,Customers are unhappier with",
        "slack,\"blocks\"",
        "mail,Subject: [Throughline] Customers",
        "webhook,\"groupKey\"",
        "alertmanager,\"generatorURL\""
    })
    void printsAMadeUpAlertWhereThereIsNoOther(String form, String part) throws IOException {
        Called called =
                notify(
                        HEAD + "links: {page: \"https://cx.example\"}\n" + receivers(),
                        "--print",
                        form);

        assertThat(called.exit()).isZero();
        assertThat(String.join("\n", called.out())).contains(part, "https://cx.example/#/alerts/");
        assertThat(String.join("\n", called.err())).contains("A made-up alert", "names no Kafka");
    }

    @Test
    void printingAsksForNoSecretOfChannelsAndReceivers() throws IOException {
        Called called =
                notify(
                        HEAD
                                + """
                                links: {page: "https://cx.example"}
                                channels:
                                  - definition: typeform
                                    secrets: {typeform: "${env.NOT_SET_HERE}"}
                                elasticsearch: {hosts: ["http://127.0.0.1:1"], apiKey: "${env.NOT_SET_HERE}"}
                                receivers:
                                  - {id: chat, type: slack, url: "${env.NOT_SET_HERE}"}
                                owners: {default: [chat]}
                                """,
                        "--print",
                        "text");

        assertThat(called.exit()).isZero();
        assertThat(String.join("\n", called.out())).contains("https://cx.example/#/alerts/");
    }

    @Test
    void deliveringAsksForNoSecretOfChannels() throws IOException {
        Called called =
                notify(
                        HEAD
                                + receivers()
                                + """
                                channels:
                                  - definition: typeform
                                    secrets: {typeform: "${env.NOT_SET_HERE}"}
                                """);

        assertThat(called.exit()).isEqualTo(1);
        assertThat(String.join("\n", called.err()))
                .contains("names no Kafka")
                .doesNotContain("NOT_SET_HERE");
    }

    @Test
    void withoutKafkaItSaysWhatToDoNext() throws IOException {
        Called called = notify(HEAD + receivers());

        assertThat(called.exit()).isEqualTo(1);
        assertThat(String.join("\n", called.err()))
                .contains("names no Kafka", "kafka: {bootstrapServers: HOST:9092}");
    }

    @Test
    void withoutAReceiverItSaysWhatToDoNext() throws IOException {
        Called called = notify(HEAD + KAFKA);

        assertThat(called.exit()).isEqualTo(1);
        assertThat(String.join("\n", called.err())).contains("no receiver", "'receivers'");
    }

    @Test
    void whatIsWrongIsSaidAtLineAndColumn() throws IOException {
        Called called =
                notify(
                        HEAD
                                + KAFKA
                                + "receivers:\n  - {id: chat, type: slack, url: http://10.0.0.1/}\n");

        assertThat(called.exit()).isEqualTo(1);
        assertThat(String.join("\n", called.err()))
                .contains("throughline.yaml:5:34: error: 10.0.0.1 leads to an address");
    }

    @Test
    void aConfigurationThatIsNotThereIsNamed() {
        Called called =
                Called.with(home, "", "notify", "--config", home.resolve("no.yaml").toString());

        assertThat(called.exit()).isEqualTo(1);
        assertThat(String.join("\n", called.err())).contains("no.yaml");
    }

    @Test
    void helpTellsWhatItDoesInstead() {
        Called called = Called.with(home, "", "notify", "--help");

        assertThat(called.exit()).isZero();
        assertThat(String.join("\n", called.out()))
                .contains("--config", "--test", "--print", "--deliveries", "takes over");
    }

    private String receivers() {
        return "receivers:\n  - {id: chat, type: slack, allowPrivate: true, url: \"http://127.0.0.1:"
                + server.getAddress().getPort()
                + "/s3cret\"}\n";
    }

    private Called notify(String config, String... more) throws IOException {
        Path file = Files.writeString(home.resolve("throughline.yaml"), config);
        String[] line = new String[more.length + 3];
        line[0] = "notify";
        line[1] = "--config";
        line[2] = file.toString();
        System.arraycopy(more, 0, line, 3, more.length);
        Called called = Called.with(home, "", line);
        assertThat(called.toString()).doesNotContain("s3cret");
        return called;
    }
}
