package io.throughline.local.demo.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReviewPageTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final Review REVIEW =
            new Review(
                    "7001",
                    Instant.parse("2026-03-04T05:06:07Z"),
                    "lakehouse7",
                    "123456789",
                    2,
                    "7.13.0",
                    "So slow",
                    "Takes \"ages\" to load. 😡");

    @Test
    void scalarsAreTextsUnderLabel() {
        ObjectNode entry = REVIEW.entry("99");

        for (String field :
                List.of("id", "updated", "im:rating", "im:version", "title", "content")) {
            assertThat(entry.path(field).path("label").isTextual()).as(field).isTrue();
        }
        assertThat(entry.at("/author/name/label").asText()).isEqualTo("lakehouse7");
        assertThat(entry.at("/author/uri/label").asText()).endsWith("/us/reviews/id123456789");
        assertThat(entry.at("/im:rating/label").asText()).isEqualTo("2");
        assertThat(entry.at("/link/attributes/href").asText()).contains("id=99&");
    }

    @Test
    void updatedHasCupertinosOffsetSummerAndWinter() {
        assertThat(REVIEW.entry("99").at("/updated/label").asText())
                .isEqualTo("2026-03-03T21:06:07-08:00");
        Review summer =
                new Review("1", Instant.parse("2026-07-01T00:00:00Z"), null, "", 1, "1", "t", "c");
        assertThat(summer.entry("99").at("/updated/label").asText())
                .isEqualTo("2026-06-30T17:00:00-07:00");
        assertThat(summer.entry("99").has("author")).isFalse();
    }

    @Test
    void entryIsAbsentAloneOrInAList() throws Exception {
        ObjectNode entry = REVIEW.entry("99");

        assertThat(page(1, List.of()).path("feed").has("entry")).isFalse();
        assertThat(page(1, List.of(entry)).at("/feed/entry").isObject()).isTrue();
        assertThat(page(1, List.of(entry, entry)).at("/feed/entry").size()).isEqualTo(2);
    }

    @Test
    void lastPageNamesItselfAsTheNext() throws Exception {
        assertThat(link(page(3, List.of()), "next")).contains("/page=4/").endsWith("/xml");
        assertThat(link(page(10, List.of()), "next")).contains("/page=10/");
        assertThat(link(page(3, List.of()), "self")).endsWith("/json");
    }

    private static JsonNode page(int number, List<ObjectNode> entries) throws Exception {
        return MAPPER.readTree(ReviewPage.write("99", number, entries));
    }

    private static String link(JsonNode page, String rel) {
        for (JsonNode link : page.at("/feed/link")) {
            if (link.at("/attributes/rel").asText().equals(rel)) {
                return link.at("/attributes/href").asText();
            }
        }
        return "";
    }
}
