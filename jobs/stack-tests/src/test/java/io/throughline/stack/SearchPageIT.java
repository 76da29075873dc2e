package io.throughline.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.throughline.console.Console;
import io.throughline.console.ConsoleSettings;
import io.throughline.console.ConsoleTokens;
import io.throughline.console.PageChanges;
import io.throughline.console.TagCorrection;
import io.throughline.journey.JourneyMapReader;
import io.throughline.stack.Browser.Theme;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** Search and “this tag is wrong” in a real browser, before a server that answers searches. */
class SearchPageIT {

    private static final Path JOURNEY =
            Path.of("..", "..", "examples", "journeys", "insurance.yaml");
    private static final String TOKEN = "a-token-of-the-tests-0123456789";
    private static final String SAID =
            "<img src=x onerror=\\\"document.title='owned'\\\"> nobody called about my claim";

    private static Browser browser;

    @TempDir Path directory;
    private final List<TagCorrection> taken = new CopyOnWriteArrayList<>();
    private volatile boolean broken;
    private HttpServer elasticsearch;
    private RestClient client;
    private Console console;

    @BeforeAll
    static void needsABrowser() {
        browser = Browser.neededBy(SearchPageIT.class);
    }

    @AfterAll
    static void closesIt() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void serves() throws Exception {
        elasticsearch =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elasticsearch.createContext("/", this::answer);
        elasticsearch.start();
        client =
                RestClient.builder(new HttpHost("127.0.0.1", elasticsearch.getAddress().getPort()))
                        .build();
        Path tokens = Files.writeString(directory.resolve("tokens"), "dana " + TOKEN + "\n");
        console =
                Console.start(
                        ConsoleSettings.DEFAULT.changedBy(ConsoleTokens.read(tokens)),
                        Clock.systemUTC());
        console.ready(
                client,
                JourneyMapReader.read(JOURNEY.toString(), Files.readString(JOURNEY)),
                PageChanges.ofAlerts(command -> {}).withCorrections(taken::add));
        browser.as(Browser.DESK, Theme.LIGHT);
        browser.complaints();
    }

    @AfterEach
    void stops() throws IOException {
        console.close();
        client.close();
        elasticsearch.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean feedback = exchange.getRequestURI().getPath().startsWith("/cx-feedback");
        String json = feedback ? found(body) : "{\"hits\": {\"hits\": []}, \"aggregations\": {}}";
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(broken && feedback ? 503 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private String found(String body) {
        if (body.contains("nothing")) {
            return "{\"hits\": {\"total\": {\"value\": 0}, \"hits\": []}, \"aggregations\": {}}";
        }
        boolean corrected = !taken.isEmpty();
        String hit =
                """
                {"_source": {"id": "web:typeform:%d", "revision": 1, "channel": "web",
                  "source": "typeform", "occurredAt": "2026-03-15T08:58:30Z",
                  "observedAt": "2026-03-15T08:58:40Z", "language": "en", "text": "%s",
                  "sentiment": {"label": "%s", "score": -0.8, "confidence": 0.9, "basis": "%s"},
                  "stages": [{"id": "claim", "weight": 1.0, "confidence": 0.8}]},
                 "highlight": {"text": ["%s"]}, "sort": [%d, "web:typeform:%d"]}
                """;
        StringBuilder hits = new StringBuilder();
        for (int i = 0; i < 30; i++) {
            boolean other = corrected && i == 0;
            hits.append(i == 0 ? "" : ",")
                    .append(
                            hit.formatted(
                                    i,
                                    SAID,
                                    other ? "positive" : "negative",
                                    other ? "person" : "student",
                                    SAID.replace("claim", "\uE000claim\uE001"),
                                    1_000_000 - i,
                                    i));
        }
        return """
        {"timed_out": false, "hits": {"total": {"value": 1234}, "hits": [%s]},
         "aggregations": {
           "label": {"values": {"buckets": [{"key": "negative", "doc_count": 1000},
             {"key": "positive", "doc_count": 234}]}},
           "channel": {"values": {"buckets": [{"key": "web", "doc_count": 1200},
             {"key": "phone", "doc_count": 34}]}}}}
        """
                .formatted(hits);
    }

    @Test
    void wordsAndFiltersAreInTheAddressAndTheTableFollowsThem() {
        open("#/search").see(".verbatims .verbatim");
        browser.click("form.search input[name=q]").type("claim", Keys.ENTER);
        browser.see(".said mark", "claim");
        browser.click("[data-facet=label] input[value=negative]").see(".chosen", "negative");

        assertThat(browser.address()).endsWith("#/search?label=negative&q=claim");
        assertThat(browser.focused().getDomAttribute("value")).isEqualTo("negative");
        assertThat(browser.text("#found")).isEqualTo("1,234 pieces of feedback");
        assertThat(browser.see("a.csv").getDomProperty("href"))
                .isEqualTo(console.url() + "/api/search.csv?label=negative&q=claim");
        assertThat(browser.title()).isEqualTo("Search – Throughline");
        assertThat(browser.all("main img")).isEmpty();
        assertThat(browser.all("button.wrong")).noneMatch(one -> one.isDisplayed());
        fits("search");

        browser.click(".pages a[rel=next]").see(".pages", "First page");
        assertThat(browser.address()).contains("label=negative", "q=claim", "after=");
        browser.back();
        browser.see("#found", "1,234");
    }

    @Test
    void whoComesBackFindsAsManyAndStandsWhereTheyWere() {
        open("#/stages/claim").see("#stage-verbatims button").click();
        browser.await("return document.querySelectorAll('.verbatim').length === 60");
        browser.run("scrollTo(0, 3000)");
        browser.await("return history.state.y === 3000");
        browser.run("location.hash = '#/alerts'");
        assertThat(browser.see("#alerts").isDisplayed()).isTrue();
        browser.await("return scrollY === 0");

        browser.back();

        browser.await("return document.querySelectorAll('.verbatim').length === 60");
        browser.await("return scrollY === 3000");
    }

    @Test
    void saysWhenThereIsNothingAndWhenItFails() {
        open("#/search?q=nothing").see(".empty", "Nothing fits.");
        fits("search-empty");
        open("#/search?q=*").see(".problem", "after at least 2 letters");
        broken = true;
        open("#/search").see(".problem", "Elasticsearch does not answer");
        fits("search-error");
    }

    @Test
    void anEditorSaysThatATagIsWrongAndSeesTheNewOne() {
        open("#/token/" + TOKEN + "/search")
                .see("#account", "dana editor")
                .see(".verbatims", "When something has happened");
        browser.click("[data-id='web:typeform:0'] button.wrong").see("dialog h2", "wrong");
        assertThat(browser.findings()).isEmpty();
        browser.screenshot("search-correct");
        browser.click("dialog input[value=positive]").click("dialog button.main");

        browser.see("dialog .note", "Done");
        browser.type(Keys.ESCAPE);
        browser.see("[data-id='web:typeform:0'] .tags", "said by a person");

        assertThat(taken)
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.feedback()).isEqualTo("web:typeform:0");
                            assertThat(one.sentiment()).hasValue("positive");
                            assertThat(one.stages()).isEmpty();
                            assertThat(one.by()).isEqualTo("dana");
                        });
        browser.run("sessionStorage.clear()");
    }

    private Browser open(String address) {
        return browser.open(console.url() + "/" + address);
    }

    private void fits(String name) {
        for (int width : new int[] {Browser.DESK, Browser.PHONE}) {
            for (Theme theme : Theme.values()) {
                browser.as(width, theme);
                String as = name + "-" + width + "-" + theme;
                assertThat(browser.sideways()).as(as).isZero();
                assertThat(browser.findings()).as(as).isEmpty();
                browser.screenshot(as.toLowerCase(java.util.Locale.ROOT));
            }
        }
        browser.as(Browser.DESK, Theme.LIGHT);
    }
}
