package io.throughline.local.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.throughline.channels.scaffold.Field;
import io.throughline.channels.scaffold.Inference;
import io.throughline.channels.scaffold.SampleReader;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChannelNewCommandTest {

    private static final String SAMPLE =
            """
            {"responses": [
              {"id": "a-1", "submitted_at": "2026-03-01T10:00:00Z", "nps": 2, "comment": "Nobody answers the phone", "email": "kim@example.org"},
              {"id": "a-2", "submitted_at": "2026-03-02T10:00:00Z", "nps": 9, "comment": "Quick and friendly as ever", "email": "lou@example.org"}],
             "links": {"next": "/v1/responses?page=2"}}
            """;

    @TempDir Path home;

    @Test
    void whatIsWrittenNormalisesTheSampleAndPassesTheKit() throws IOException {
        Path sample = Files.writeString(home.resolve("answers.json"), SAMPLE);
        Called made = create("pulse", sample.toString());
        Path folder = home.resolve("channels/pulse");
        assertThat(made.exit()).isZero();
        assertThat(made.out())
                .containsExactly(
                        folder.resolve("channel.yaml").toString(),
                        folder.resolve("fixtures/answers.json").toString(),
                        folder.resolve("fixtures/answers.json.expected").toString());
        assertThat(made.err())
                .anyMatch(line -> line.matches(" +naturalId +\\$\\.id .*named like an id.*"))
                .contains("2 of 2 records become feedback")
                .anyMatch(line -> line.contains("$.email") && line.contains("before you commit"))
                .last()
                .asString()
                .startsWith("Next: ./throughline channel test ");

        Called normalized =
                Called.with(
                        home, "", "normalize", "--channel", folder.toString(), sample.toString());
        assertThat(normalized.out()).hasSize(2);
        Called tested =
                Called.with(
                        home, "", "channel", "test", folder.toString(), "--check", "1,2,3,5,12,16");
        assertThat(tested.out()).noneMatch(line -> line.startsWith("FAIL"));
        assertThat(tested.exit()).isZero();
    }

    @Test
    void aChannelThatIsThereIsKeptUnlessForced() throws IOException {
        Path sample = Files.writeString(home.resolve("answers.json"), SAMPLE);
        create("pulse", sample.toString());
        Path definition = home.resolve("channels/pulse/channel.yaml");
        Files.writeString(definition, "mine");
        Called again = create("pulse", sample.toString());
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).singleElement().asString().contains("--force");
        assertThat(definition).hasContent("mine");
        assertThat(create("pulse", sample.toString(), "--force").exit()).isZero();
        assertThat(definition).content().contains("id: pulse");
    }

    @Test
    void theIdOfAChannelThatShipsIsTaken() throws IOException {
        Path sample = Files.writeString(home.resolve("answers.json"), SAMPLE);

        Called made = create("typeform", sample.toString());

        assertThat(made.exit()).isEqualTo(1);
        assertThat(made.err()).singleElement().asString().contains("ships", "another id");
        assertThat(home.resolve("channels/typeform")).doesNotExist();
    }

    @Test
    void aSampleOfWhichNothingBecomesFeedbackMakesNoChannel() throws IOException {
        Path sample =
                Files.write(
                        home.resolve("post.form"),
                        "id=7&comment=Sch%F6n+war+es+nicht&score=3".getBytes(US_ASCII));

        Called made = create("post", sample.toString());

        assertThat(made.exit()).isEqualTo(1);
        assertThat(made.err()).last().asString().contains("nothing was written", "UTF-8");
        assertThat(home.resolve("channels/post")).doesNotExist();
    }

    @Test
    void whatIsWrongIsOneSentenceWithTheNextStep() throws IOException {
        Path html = Files.writeString(home.resolve("a.html"), "<html>");
        assertThat(create("pulse", html.toString()).err()).last().asString().contains("--header");
        assertThat(create("Pulse", html.toString()).err()).last().asString().contains("is no id");
        assertThat(create("pulse", "nowhere.json").err()).last().asString().contains("no file");
        assertThat(create("pulse", html.toString(), "--mode", "pull").err())
                .last()
                .asString()
                .contains("poll, push, file or stream");
        assertThat(home.resolve("channels")).doesNotExist();
    }

    @Test
    void aPageOfAnInterfaceIsFetchedAndItsKeyIsNotWritten() throws IOException {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/v1/responses",
                exchange -> {
                    boolean known =
                            "Bearer hush"
                                    .equals(exchange.getRequestHeaders().getFirst("Authorization"));
                    byte[] body = known ? SAMPLE.getBytes(StandardCharsets.UTF_8) : new byte[0];
                    exchange.sendResponseHeaders(known ? 200 : 401, known ? body.length : -1);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
        try {
            String url =
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/responses?limit=2";
            assertThat(create("pulse", url).err()).last().asString().contains("wants a key");
            Called made = create("pulse", url, "--header", "Authorization: Bearer hush");
            assertThat(made.exit()).as(made.err().toString()).isZero();
            assertThat(home.resolve("channels/pulse/channel.yaml"))
                    .content()
                    .contains(
                            "mode: poll",
                            "query: {limit: \"2\"}",
                            "Bearer ${secret.token}",
                            "page: {type: link, next: $.links.next}")
                    .doesNotContain("hush");
            assertThat(made.err()).contains("It needs secrets in throughline.yaml: token");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void onATerminalEnterKeepsAndANumberTakesAnother() throws IOException {
        var proposal =
                Inference.of(
                        SampleReader.read("answers.json", SAMPLE.getBytes(StandardCharsets.UTF_8)));
        String keys = "\n\n\n\nlower($.comment)\n-\n";
        PrintStream nowhere =
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8);
        var asked =
                new ProposalDialog(new BufferedReader(new StringReader(keys)), nowhere)
                        .ask(proposal);
        assertThat(asked.records()).isEqualTo("$.responses[*]");
        assertThat(asked.finding(Field.NATURAL_ID).paths()).containsExactly("$.id");
    }

    private Called create(String id, String from, String... more) {
        String[] start = {
            "channel",
            "new",
            id,
            "--from",
            from,
            "--yes",
            "--dir",
            home.resolve("channels").toString()
        };
        String[] all = new String[start.length + more.length];
        System.arraycopy(start, 0, all, 0, start.length);
        System.arraycopy(more, 0, all, start.length, more.length);
        return Called.with(home, "", all);
    }
}
