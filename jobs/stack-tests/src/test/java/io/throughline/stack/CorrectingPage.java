package io.throughline.stack;

import io.throughline.console.Console;
import io.throughline.console.ConsoleSettings;
import io.throughline.console.ConsoleTokens;
import io.throughline.console.PageChanges;
import io.throughline.elasticsearch.ElasticsearchClients;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.journey.JourneyMap;
import io.throughline.kafka.KafkaSettings;
import io.throughline.local.revise.PageCorrections;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.elasticsearch.client.RestClient;

/** The live page before servers of a test, and one editor of it. */
final class CorrectingPage implements AutoCloseable {

    private static final String TOKEN = "editor-of-the-stack-tests-0123456789";

    private final HttpClient http = HttpClient.newHttpClient();
    private final RestClient search;
    private final Console console;

    private CorrectingPage(RestClient search, Console console) {
        this.search = search;
        this.console = console;
    }

    static CorrectingPage start(
            Path directory,
            KafkaSettings kafka,
            ElasticsearchSettings elasticsearch,
            JourneyMap map)
            throws IOException {
        Path tokens = Files.writeString(directory.resolve("page-tokens"), "dana " + TOKEN + "\n");
        RestClient search = ElasticsearchClients.open(elasticsearch);
        Console console =
                Console.start(
                        ConsoleSettings.DEFAULT.changedBy(ConsoleTokens.read(tokens)),
                        Clock.systemUTC());
        console.ready(
                search,
                map,
                PageChanges.ofAlerts(command -> {})
                        .withCorrections(
                                new PageCorrections(
                                        kafka, search, List.of(map), Clock.systemUTC())));
        return new CorrectingPage(search, console);
    }

    /** The editor sends a correction; the status and the body of the answer. */
    String correct(String body) throws Exception {
        HttpResponse<String> answer =
                http.send(
                        HttpRequest.newBuilder(URI.create(console.url() + "/api/corrections"))
                                .header("Content-Type", "application/json")
                                .header("Authorization", "Bearer " + TOKEN)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }

    /** What anybody reads. */
    String read(String path) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(console.url() + path)).build(),
                        BodyHandlers.ofString())
                .body();
    }

    @Override
    public void close() throws IOException {
        console.close();
        search.close();
    }
}
