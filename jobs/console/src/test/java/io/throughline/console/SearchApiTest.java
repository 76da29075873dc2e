package io.throughline.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SearchApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private PagedElasticsearch search;
    private Console console;

    @BeforeEach
    void start() throws Exception {
        search = PagedElasticsearch.with(600);
        console = Console.start("127.0.0.1", 0);
        console.ready(search.client(), Samples.JOURNEY);
    }

    @AfterEach
    void stop() throws IOException {
        console.close();
        search.close();
    }

    @Test
    void pagesFollowEachOtherToTheEnd() throws Exception {
        int found = 0;
        String next = "";
        do {
            JsonNode page = JSON.readTree(get("/api/search?q=calc&after=" + next).body());
            assertThat(page.path("total").asInt()).isEqualTo(600);
            assertThat(page.at("/hits/0/id").asText()).isEqualTo("web:paged:%07d".formatted(found));
            found += page.path("hits").size();
            next = page.path("next").asText("");
        } while (!next.isEmpty() && found < 600);

        assertThat(found).isEqualTo(600);
    }

    @Test
    void onlyTheFirstPageCountsFacetsAndAChoiceDoesNotHideTheOthers() throws Exception {
        String next =
                JSON.readTree(get("/api/search?channel=web&rating=low&q=calc").body())
                        .path("next")
                        .asText();
        get("/api/search?channel=web&rating=low&q=calc&after=" + next);
        JsonNode first = search.asked().get(0);
        JsonNode second = search.asked().get(1);

        assertThat(first.at("/post_filter/bool/filter").toString())
                .contains("{\"terms\":{\"channel\":[\"web\"]}}", "rating.normalized");
        assertThat(first.at("/query/bool/filter").toString()).doesNotContain("channel");
        assertThat(first.at("/aggs/channel/filter").toString())
                .doesNotContain("channel")
                .contains("rating.normalized");
        assertThat(first.at("/aggs/stage/filter").toString()).contains("channel");
        assertThat(first.at("/aggs/rating/filter").toString())
                .contains("channel")
                .doesNotContain("rating.normalized");
        assertThat(second.has("aggs")).isFalse();
        assertThat(second.at("/query/bool/filter").toString())
                .contains("{\"terms\":{\"channel\":[\"web\"]}}", "rating.normalized");
        assertThat(second.path("highlight").isObject()).isTrue();
    }

    @Test
    void aTextIsCutInListsAndToldAsAWholeUpToABoundWithItsMarks() throws Exception {
        String begin = "word ".repeat(300);
        try (FakeElasticsearch held = FakeElasticsearch.start()) {
            console.ready(held.client(), Samples.JOURNEY);
            held.holds("cx-feedback", hit(begin + "claim", begin + "\uE000claim\uE001"));
            JsonNode whole = JSON.readTree(get("/api/feedback?id=a&q=claim").body());
            assertThat(whole.path("text").asText()).isEqualTo(begin + "claim");
            assertThat(whole.path("cut").asBoolean()).isFalse();
            assertThat(whole.at("/marks/0/start").asInt()).isEqualTo(1_500);

            held.holds("cx-feedback", hit(begin, begin));
            assertThat(JSON.readTree(get("/api/search").body()).at("/hits/0/cut").asBoolean())
                    .isTrue();

            held.holds("cx-feedback", hit("x".repeat(30_000), ""));
            JsonNode bounded = JSON.readTree(get("/api/feedback?id=a").body());
            assertThat(bounded.path("text").asText()).hasSize(20_001).endsWith("x…");
            assertThat(bounded.path("cut").asBoolean()).isTrue();
        }
    }

    @Test
    void theWordsOfASearchAreLookedForInTheWholeText() throws Exception {
        get("/api/feedback?id=a&q=calc");
        get("/api/feedback?id=a");

        JsonNode sought = search.asked().get(0);
        assertThat(sought.at("/query/term/id").asText()).isEqualTo("a");
        assertThat(sought.at("/highlight/highlight_query/simple_query_string/query").asText())
                .isEqualTo("calc");
        assertThat(search.asked().get(1).has("highlight")).isFalse();
        assertThat(get("/api/feedback?id=a&q=*").statusCode()).isEqualTo(400);
    }

    @Test
    void anyWordsReachElasticsearchAsOneText() throws Exception {
        String words = "\"un\\balanced {\"x\": [1} </script> 😀 a|b +(c";
        assertThat(get("/api/search?q=" + encoded(words)).statusCode()).isEqualTo(200);

        assertThat(
                        search.asked()
                                .get(0)
                                .at("/query/bool/must/0/simple_query_string/query")
                                .asText())
                .isEqualTo(words);
    }

    @Test
    void whatMakesNoSenseIsRefusedWithASentence() throws Exception {
        for (String query :
                new String[] {"after=x", "after=WzFd", "from=1", "q=" + "a".repeat(2_000)}) {
            HttpResponse<String> answer = get("/api/search?" + query);
            assertThat(answer.statusCode()).as(query).isEqualTo(400);
            assertThat(JSON.readTree(answer.body()).path("problem").asText()).endsWith(".");
        }
        assertThat(get("/api/search?q=" + "a".repeat(10_000)).statusCode()).isBetween(400, 431);
        assertThat(search.asked()).isEmpty();
    }

    @Test
    void saysWhenElasticsearchFailsOrIsTooSlow() throws Exception {
        search.runOutOfTime();
        assertThat(get("/api/search").body()).contains("took too long");
        search.failFrom(0);
        HttpResponse<String> answer = get("/api/search");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("Elasticsearch does not answer");
        assertThat(get("/api/search.csv").statusCode()).isEqualTo(503);
    }

    @Test
    void saysThatItStarts() throws Exception {
        try (Console starting = Console.start("127.0.0.1", 0)) {
            HttpResponse<String> answer = get(starting, "/api/search");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("Throughline is starting");
        }
    }

    @Test
    void theTableHoldsWhatWasFound() throws Exception {
        HttpResponse<String> answer = get("/api/search.csv?channel=web");

        assertThat(answer.headers().map())
                .containsEntry("x-throughline-total", java.util.List.of("600"));
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename=\"throughline-feedback-20");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                .startsWith("text/csv");
        String[] lines = answer.body().split("\r\n", -1);
        assertThat(lines).hasSize(602);
        assertThat(lines[0]).startsWith("\uFEFFid,occurredAt,channel");
        assertThat(lines[1]).contains("web:paged:0000000,").contains(",'=cmd|");
        assertThat(lines[600]).contains("web:paged:0000599,");
        assertThat(lines[601]).isEmpty();
        assertThat(search.asked()).hasSize(3).noneMatch(body -> body.has("from"));
    }

    @Test
    void aTableThatBreaksOffDoesNotLookWhole() throws Exception {
        PagedElasticsearch much = PagedElasticsearch.with(5_000);
        much.failFrom(12);
        console.ready(much.client(), Samples.JOURNEY);

        assertThatThrownBy(() -> get("/api/search.csv")).isInstanceOf(IOException.class);
        much.close();
    }

    @Test
    void aTableThatWouldBeTooLongSaysSoInItsLastLine() throws Exception {
        CsvExport export =
                new CsvExport(new SearchAsking(search)::ask, VerbatimFilter.of(Map.of()), 300);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(export.first(), out);

        String[] lines = out.toString(StandardCharsets.UTF_8).split("\r\n", -1);
        assertThat(lines).hasSize(303);
        assertThat(lines[301]).startsWith("\"# These are 300 of 600 rows.");
    }

    private static String hit(String text, String marked) {
        return """
        {"hits": {"hits": [{"_source": {"id": "a", "channel": "web", "source": "survey",
          "occurredAt": "2026-03-15T08:00:00Z", "text": "%s"}, "highlight": {"text": ["%s"]}}]}}
        """
                .formatted(text, marked);
    }

    /** Asks as the page does. */
    private record SearchAsking(PagedElasticsearch search) {
        JsonNode ask(String body) throws IOException {
            return new SearchClient(search.client()).ask("cx-feedback", body);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return get(console, path);
    }

    private HttpResponse<String> get(Console from, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(from.url() + path)).build(),
                BodyHandlers.ofString());
    }
}
