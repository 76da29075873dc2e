package io.throughline.local.pagebench;

import io.throughline.console.Console;
import io.throughline.console.ConsoleSettings;
import io.throughline.elasticsearch.ElasticsearchClients;
import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.journey.JourneyMap;
import io.throughline.local.stack.EmbeddedElasticsearch;
import io.throughline.local.stack.StackMemory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.elasticsearch.client.RestClient;

/**
 * The live page before a large index. Each cold answer is the first of a page that has just
 * started, since the page remembers slow figures; what the server's machine keeps of its files in
 * memory stays, as it does where the page is looked at.
 */
public final class PageBench {

    private static final Duration SPAN = Duration.ofDays(60);
    private static final long MOST_BYTES = 300_000;
    private static final double LONGEST_MILLIS = 1_000;
    private static final int COLD = 10;
    private static final int WARM = 50;
    private static final int VISITS = 10;
    private static final long APART = 200;

    private final JourneyMap map;
    private final long documents;
    private final Path directory;
    private final Consumer<String> told;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * A bench on a data directory, which is filled unless it holds that many already.
     *
     * @param told is told how far it is
     */
    public PageBench(JourneyMap map, long documents, Path directory, Consumer<String> told) {
        this.map = map;
        this.documents = documents;
        this.directory = directory;
        this.told = told;
    }

    /** Runs it. */
    public PageReport run() throws IOException, InterruptedException {
        try (EmbeddedElasticsearch node =
                        EmbeddedElasticsearch.start(
                                directory, StackMemory.DEFAULT.elasticsearchHeap());
                RestClient client =
                        ElasticsearchClients.open(
                                ElasticsearchSettings.of(node.url())
                                        .withTimeouts(
                                                Duration.ofSeconds(5),
                                                Duration.ofMinutes(5),
                                                Duration.ofMinutes(5)))) {
            FilledIndex index = new FilledIndex(client);
            MadeFeedback made = new MadeFeedback(map, until(), SPAN, documents);
            Optional<Double> rate = fill(index, made);
            return measure(client, index, made, rate, new Processor(node.pid()));
        }
    }

    /** The hour in which the directory was made, so that the same feedback is there again. */
    private Instant until() throws IOException {
        Path file = directory.resolve("until");
        if (!Files.exists(file)) {
            Files.createDirectories(directory);
            Files.writeString(file, Instant.now().truncatedTo(ChronoUnit.HOURS).toString());
        }
        return Instant.parse(Files.readString(file));
    }

    private Optional<Double> fill(FilledIndex index, MadeFeedback made) throws IOException {
        if (index.count("cx-feedback") >= documents) {
            return Optional.empty();
        }
        long start = System.nanoTime();
        index.fill(made, documents, place -> told.accept(place + " of " + documents + " made"));
        double seconds = (System.nanoTime() - start) / 1e9;
        return Optional.of((index.count("cx-feedback") + index.count("cx-signals")) / seconds);
    }

    private PageReport measure(
            RestClient client,
            FilledIndex index,
            MadeFeedback made,
            Optional<Double> rate,
            Processor processor)
            throws IOException, InterruptedException {
        told.accept("measuring");
        double coldCpu = processor.millis();
        Milliseconds cold = cold(client, index);
        coldCpu = (processor.millis() - coldCpu) / COLD;
        try (Console page = page(client)) {
            Map<String, Long> files = new FirstView(http, page.url()).files();
            long live = live(page).body().length;
            long bytes = live + files.values().stream().mapToLong(Long::longValue).sum();
            List<Double> warm = new ArrayList<>();
            double warmCpu = processor.millis();
            for (int i = 0; i < WARM; i++) {
                warm.add(millis(page));
            }
            warmCpu = (processor.millis() - warmCpu) / WARM;
            List<Double> arriving = new ArrayList<>();
            for (int i = 1; i <= WARM; i++) {
                index.arrive(made.at(documents + i * APART));
                arriving.add(millis(page));
            }
            Optional<PageReport.Seen> seen = seen(client, index);
            boolean fast =
                    cold.p50() <= LONGEST_MILLIS
                            && seen.map(one -> one.visits().p50() <= LONGEST_MILLIS).orElse(true);
            return new PageReport(
                    index.count("cx-feedback"),
                    index.count("cx-signals"),
                    rate.orElse(null),
                    bytes,
                    live,
                    files,
                    coldCpu,
                    warmCpu,
                    cold,
                    Milliseconds.of(warm),
                    Milliseconds.of(arriving),
                    seen.orElse(null),
                    fast && bytes <= MOST_BYTES);
        }
    }

    private Milliseconds cold(RestClient client, FilledIndex index)
            throws IOException, InterruptedException {
        List<Double> measured = new ArrayList<>();
        for (int i = 0; i < COLD; i++) {
            index.forgetAnswers();
            try (Console page = page(client)) {
                measured.add(millis(page));
            }
        }
        return Milliseconds.of(measured);
    }

    private Optional<PageReport.Seen> seen(RestClient client, FilledIndex index)
            throws IOException, InterruptedException {
        Path profile = Files.createTempDirectory("throughline-chromium");
        try (Browser browser = Browser.start(http, profile).orElse(null)) {
            if (browser == null) {
                told.accept("no Chromium here: what a browser shows is not measured");
                return Optional.empty();
            }
            List<Browser.Visit> visits = new ArrayList<>();
            for (int i = 0; i <= VISITS; i++) {
                index.forgetAnswers();
                try (Console page = page(client)) {
                    visits.add(browser.visit(page.url() + "/"));
                }
            }
            return Optional.of(
                    new PageReport.Seen(
                            visits.get(0).bytes(),
                            visits.get(0).requests(),
                            visits.get(0).shownMillis(),
                            Milliseconds.of(
                                    visits.stream()
                                            .skip(1)
                                            .map(Browser.Visit::shownMillis)
                                            .toList())));
        }
    }

    /** A page that asks Elasticsearch at every request. */
    private Console page(RestClient client) {
        Console page =
                Console.start(ConsoleSettings.DEFAULT.freshFor(Duration.ZERO), Clock.systemUTC());
        page.ready(client, map);
        return page;
    }

    private double millis(Console page) throws IOException, InterruptedException {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = live(page);
        double millis = (System.nanoTime() - start) / 1e6;
        if (answer.statusCode() != 200
                || !new String(answer.body(), StandardCharsets.UTF_8).contains("\"LIVE\"")) {
            throw new IOException("the page has no figures to answer with");
        }
        return millis;
    }

    private HttpResponse<byte[]> live(Console page) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(page.url() + "/api/live")).build(),
                BodyHandlers.ofByteArray());
    }
}
