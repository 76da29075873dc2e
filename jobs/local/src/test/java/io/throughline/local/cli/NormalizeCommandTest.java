package io.throughline.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NormalizeCommandTest {

    @TempDir Path home;

    @Test
    void aReviewFeedBecomesFeedbackAndWhatIsBrokenADeadLetter() throws IOException {
        Called called =
                normalize(
                        "app-store",
                        "page.json",
                        """
                        {"feed": {"entry": [
                          {"id": {"label": "11"}, "updated": {"label": "2026-03-04T05:06:07-07:00"},
                           "title": {"label": "Late"}, "content": {"label": "Still no payout 😡"},
                           "im:rating": {"label": "2"}, "im:version": {"label": "3.1"},
                           "author": {"name": {"label": "Kim"}}},
                          {"id": {"label": "12"}, "updated": {"label": "2026-03-04T05:06:07-07:00"},
                           "title": {"label": "x"}, "content": {"label": "y"},
                           "im:rating": {"label": "9"}, "author": {"name": {"label": "Jo"}}}]}}
                        """);
        assertThat(called.exit()).isEqualTo(3);
        JsonNode review = json(called.out()).get(0);
        assertThat(review.path("id").asText()).isEqualTo("mobile:app-store:11");
        assertThat(review.path("occurredAt").asText()).isEqualTo("2026-03-04T12:06:07Z");
        assertThat(review.path("text").asText()).isEqualTo("Late\nStill no payout 😡");
        assertThat(review.path("rating").path("value").asInt()).isEqualTo(2);
        assertThat(review.path("author").path("key").asText()).startsWith("hmac:");
        assertThat(review.has("conversation")).isFalse();
        assertThat(called.out()).hasSize(1);
        JsonNode letter = json(called.err()).get(0).path("deadLetter");
        assertThat(letter.path("reason").asText()).isEqualTo("INVALID_FIELD");
        assertThat(letter.path("stage").asText()).isEqualTo("parse");
        assertThat(letter.path("channel").asText()).isEqualTo("mobile");
        assertThat(letter.path("source").asText()).isEqualTo("app-store");
        assertThat(letter.path("record").asInt()).isEqualTo(1);
    }

    @Test
    void aRecordingOfAnEventStreamHasUpdatesAndDeletes() throws IOException {
        String status =
                "{\"id\": \"7\", \"created_at\": \"2026-03-04T05:06:07.000Z\", \"content\":"
                        + " \"<p>Claim &amp; wait<br>again</p>\", \"language\": \"en\","
                        + " \"visibility\": \"public\", \"account\": {\"id\": \"1\", \"acct\":"
                        + " \"kim\"}}";
        Called called =
                normalize(
                        "mastodon",
                        "stream.txt",
                        ":thump\n\nevent: update\ndata: "
                                + status
                                + "\n\nevent: delete\ndata: 7\n\n");
        assertThat(called.err()).isEmpty();
        assertThat(called.exit()).isZero();
        List<JsonNode> lines = json(called.out());
        assertThat(lines)
                .extracting(line -> line.path("operation").asText())
                .containsExactly("upsert", "delete");
        assertThat(lines)
                .extracting(line -> line.path("naturalId").asText())
                .containsExactly("7", "7");
        assertThat(lines.get(0).path("text").asText()).isEqualTo("Claim & wait\nagain");
    }

    @Test
    void aMappingFileReadsTheColumnsItNames() throws IOException {
        Path map =
                Files.writeString(
                        home.resolve("survey.yaml"),
                        """
                        apiVersion: throughline/v1
                        id: survey
                        channel: web
                        mode: file
                        format: csv
                        map:
                          naturalId: $.Number
                          occurredAt: {from: $.Day, formats: ["d.M.yyyy"], zone: UTC}
                          text: $.Answer
                          rating: {value: $.Stars, min: 1, max: 5}
                          extras: [Branch]
                        """);
        Called called =
                normalize(
                        map.toString(),
                        "answers.csv",
                        "Number;Day;Answer;Stars;Branch\r\n"
                                + "1;4.3.2026;\"Quick; and\nkind\";5;Köln\r\n"
                                + "2;31.31.2026;x;1;Bonn\r\n");
        assertThat(called.exit()).isEqualTo(3);
        JsonNode answer = json(called.out()).get(0);
        assertThat(answer.path("id").asText()).isEqualTo("web:survey:1");
        assertThat(answer.path("occurredAt").asText()).isEqualTo("2026-03-04T00:00:00Z");
        assertThat(answer.path("text").asText()).isEqualTo("Quick; and\nkind");
        assertThat(answer.path("extras").path("Branch").asText()).isEqualTo("Köln");
        assertThat(json(called.err()).get(0).path("deadLetter").path("reason").asText())
                .isEqualTo("INVALID_FIELD");
    }

    @Test
    void theTimeOfAPayloadWithoutOneIsTheOneGiven() throws IOException {
        Path file =
                Files.writeString(
                        home.resolve("old.json"),
                        """
                        {"feed": {"entry": {"id": {"label": "1"}, "title": {"label": "t"},
                         "content": {"label": "c"}, "im:rating": {"label": "4"},
                         "author": {"name": {"label": "Kim"}}}}}
                        """);
        Called called =
                Called.with(
                        home,
                        "",
                        "normalize",
                        "--channel",
                        "app-store",
                        "--occurred-at",
                        "2020-02-03T04:05:06Z",
                        file.toString());
        assertThat(json(called.out()).get(0).path("occurredAt").asText())
                .isEqualTo("2020-02-03T04:05:06Z");
    }

    private Called normalize(String channel, String name, String content) throws IOException {
        Path file = Files.write(home.resolve(name), content.getBytes(StandardCharsets.UTF_8));
        return Called.with(home, "", "normalize", "--channel", channel, file.toString());
    }

    private static List<JsonNode> json(List<String> lines) throws JsonProcessingException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : lines) {
            nodes.add(new ObjectMapper().readTree(line));
        }
        return nodes;
    }
}
