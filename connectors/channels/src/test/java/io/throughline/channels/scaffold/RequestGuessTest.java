package io.throughline.channels.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.ChannelDefinitions;
import io.throughline.channels.definition.Mode;
import io.throughline.channels.definition.PageSpec;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RequestGuessTest {

    private static final String RECORDS =
            """
            "items": [{"id": "a", "updated_at": "2026-03-03T00:00:00Z", "created_at": "2026-03-01T00:00:00Z", "comment": "Too slow for me today"},
                      {"id": "b", "updated_at": "2026-03-02T00:00:00Z", "created_at": "2026-03-01T00:00:00Z", "comment": "Nice and quick as ever"},
                      {"id": "c", "updated_at": "2026-03-01T00:00:00Z", "created_at": "2026-03-01T00:00:00Z", "comment": "The form lost my answers"}]
            """;

    @Test
    void aLinkToTheNextPageIsFollowed() {
        String yaml =
                poll(
                        "https://api.example.org/v1/items?limit=3",
                        "{\"links\": {\"self\": \"https://x\", \"next\": \"https://x?page=2\"}, "
                                + RECORDS
                                + "}");
        assertThat(yaml).contains("page: {type: link, next: $.links.next}");
        assertThat(yaml).contains("query: {limit: \"3\"}");
    }

    @Test
    void aListOfLinksNamesItsRelation() {
        assertThat(
                        poll(
                                "https://api.example.org/v1/items",
                                "{\"links\": [{\"rel\": \"next-page\", \"href\": \"/v1/items?page=2\"}], "
                                        + RECORDS
                                        + "}"))
                .contains("next: \"$.links[?(@.rel == 'next-page')].href\"");
    }

    @Test
    void aTokenIsSentBackInTheParameterOfItsKind() {
        assertThat(
                        poll(
                                "https://api.example.org/v1/items",
                                "{\"paging\": {\"nextPageToken\": \"t2\"}, " + RECORDS + "}"))
                .contains("page: {type: cursor, next: $.paging.nextPageToken, param: pageToken}");
        assertThat(
                        poll(
                                "https://api.example.org/v1/items",
                                "{\"next_page_token\": \"t2\", " + RECORDS + "}"))
                .contains("next: $.next_page_token, param: page_token}");
    }

    @Test
    void numbersOfPagesAndOffsetsComeFromTheAddress() {
        assertThat(poll("https://api.example.org/items?page=1&per_page=50", "{" + RECORDS + "}"))
                .contains("page: {type: page, param: page, sizeParam: per_page, size: 50}");
        assertThat(poll("https://api.example.org/items?offset=0&limit=20", "{" + RECORDS + "}"))
                .contains("page: {type: offset, param: offset, sizeParam: limit, size: 20}");
    }

    @Test
    void readingGoesOnFromTheTimeOfTheLastEdit() {
        assertThat(poll("https://api.example.org/items", "{" + RECORDS + "}"))
                .contains("field: $.updated_at, kind: datetime, order: desc, dataFeed: true");
        assertThat(
                        poll(
                                "https://api.example.org/items?updated_after=2026-01-01T00:00:00Z",
                                "{" + RECORDS + "}"))
                .contains("param: updated_after, start: \"2026-01-01T00:00:00Z\"")
                .doesNotContain("query:");
    }

    @Test
    void whatIsSecretIsReferredTo() {
        String yaml =
                poll("https://api.example.org/items?api_key=hush&page=1", "{" + RECORDS + "}");
        assertThat(yaml)
                .contains("${secret.apikey}", "Bearer ${secret.token}")
                .doesNotContain("hush", "whisper");
    }

    @Test
    void theDefinitionCanBeReadAndTheLinkOfAHeaderTaken() {
        Proposal proposal = proposal("{" + RECORDS + "}");
        List<String> request =
                RequestGuess.request(
                        URI.create("https://api.example.org/items"), Map.of(), true, proposal);
        ChannelDefinition definition = read(proposal, request);
        assertThat(definition.request().page()).isInstanceOf(PageSpec.Link.class);
    }

    private static String poll(String url, String page) {
        Proposal proposal = proposal(page);
        List<String> request =
                RequestGuess.request(
                        URI.create(url),
                        Map.of("Authorization", "Bearer whisper"),
                        false,
                        proposal);
        assertThat(read(proposal, request).request()).isNotNull();
        return String.join("\n", request);
    }

    private static Proposal proposal(String page) {
        return Inference.of(SampleReader.read("page.json", page.getBytes(StandardCharsets.UTF_8)));
    }

    private static ChannelDefinition read(Proposal proposal, List<String> request) {
        return ChannelDefinitions.read(
                "channel.yaml",
                DefinitionText.of(
                        proposal,
                        new DefinitionText.Frame("polled", Optional.empty(), Mode.POLL, request)));
    }
}
