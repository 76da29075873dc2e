package io.throughline.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewFeedTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void pagesAreFullAndTheSixthIsEmptyInTheMiddle() throws Exception {
        ReviewFeed feed = new ReviewFeed(entries(430));

        assertThat(ids(feed, 1)).hasSize(50).startsWith("430");
        assertThat(ids(feed, 6)).isEmpty();
        assertThat(ids(feed, 7)).hasSize(50).startsWith("180");
        assertThat(ids(feed, 10)).hasSize(30).endsWith("1");
    }

    @Test
    void newReviewMovesAllOthersDown() throws Exception {
        ReviewFeed feed = new ReviewFeed(entries(60));
        feed.add(entry("61"));

        assertThat(ids(feed, 1)).startsWith("61", "60");
        assertThat(ids(feed, 2)).startsWith("11");
    }

    @Test
    void editedReviewIsThereOnce() throws Exception {
        ReviewFeed feed = new ReviewFeed(entries(60));
        feed.add(entry("5"));

        assertThat(ids(feed, 1)).startsWith("5", "60");
        assertThat(ids(feed, 2)).doesNotContain("5");
    }

    @Test
    void oldestFallsOffTheLastPage() throws Exception {
        ReviewFeed feed = new ReviewFeed(entries(450));
        feed.add(entry("451"));

        assertThat(ids(feed, 10)).hasSize(50).endsWith("2");
    }

    private static List<ObjectNode> entries(int newest) {
        List<ObjectNode> entries = new ArrayList<>();
        for (int id = newest; id >= 1; id--) {
            entries.add(entry(String.valueOf(id)));
        }
        return entries;
    }

    private static ObjectNode entry(String id) {
        ObjectNode entry = MAPPER.createObjectNode();
        entry.putObject("id").put("label", id);
        return entry;
    }

    private static List<String> ids(ReviewFeed feed, int page) throws Exception {
        List<String> ids = new ArrayList<>();
        for (JsonNode entry : MAPPER.readTree(feed.page(page)).at("/feed/entry")) {
            ids.add(entry.at("/id/label").asText());
        }
        return ids;
    }
}
