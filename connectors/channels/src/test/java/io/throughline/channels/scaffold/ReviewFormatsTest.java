package io.throughline.channels.scaffold;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Review sites and stores that do not exist. */
class ReviewFormatsTest {

    @Test
    void aPageOfReviewsHasTitleAndBodyAndNotTheReplyOfTheOwner() {
        Proposed page =
                Proposed.from(
                        "reviews.json",
                        """
                        {"meta": {"total": 2, "next_cursor": "c2"}, "data": [
                          {"id": 91, "attributes": {"stars": 1, "headline": "Never again", "body": "Two hours late and no word.",
                            "created_at": "2026-02-20 08:15:00", "updated_at": "2026-02-21 09:00:00",
                            "author": {"id": 5501, "nickname": "trainfan", "avatar_url": "https://example.org/a.png"},
                            "owner_response": {"text": "We are sorry to hear that.", "created_at": "2026-02-22 10:00:00"},
                            "locale": "en-GB", "permalink": "https://example.org/r/91", "helpful_votes": 12}},
                          {"id": 92, "attributes": {"stars": 4, "headline": "Fine", "body": "Clean and on time for once.",
                            "created_at": "2026-02-23 18:15:00", "updated_at": null,
                            "author": {"id": 5502, "nickname": "marla", "avatar_url": "https://example.org/b.png"},
                            "owner_response": null, "locale": "de-AT", "permalink": "https://example.org/r/92", "helpful_votes": 0}}]}
                        """);
        assertThat(page.proposal().records()).isEqualTo("$.data[*]");
        assertThat(page.path(Field.NATURAL_ID)).isEqualTo("$.id");
        assertThat(page.path(Field.TEXT)).isEqualTo("$.attributes.headline + $.attributes.body");
        assertThat(page.line("revision"))
                .isEqualTo(
                        "revision: {from: [$.attributes.updated_at, $.attributes.created_at], zone:"
                                + " UTC}");
        assertThat(page.line("occurredAt"))
                .isEqualTo("occurredAt: {from: $.attributes.created_at, zone: UTC}");
        assertThat(page.line("rating"))
                .isEqualTo("rating: {value: $.attributes.stars, min: 1, max: 5}");
        assertThat(page.path(Field.AUTHOR)).isEqualTo("$.attributes.author.id");
        assertThat(page.path(Field.URL)).isEqualTo("$.attributes.permalink");
        assertThat(page.path(Field.LANGUAGE)).isEqualTo("$.attributes.locale");
        assertThat(page.whole()).isTrue();
    }

    @Test
    void valuesInWrappersAreNamedByWhatIsAroundThem() {
        Proposed feed =
                Proposed.from(
                        "feed.json",
                        """
                        {"feed": {"id": {"label": "feed-1"}, "title": {"label": "Reviews"}, "entry": [
                          {"id": {"label": "7001"}, "updated": {"label": "2026-01-03T05:06:07-07:00"},
                           "title": {"label": "Great"}, "content": {"label": "Does what it should, every day."},
                           "rating": {"label": "5"}, "author": {"name": {"label": "Kim"}}},
                          {"id": {"label": "7002"}, "updated": {"label": "2026-01-04T05:06:07-07:00"},
                           "title": {"label": "Crashes"}, "content": {"label": "Crashes on every photo I take."},
                           "rating": {"label": "1"}, "author": {"name": {"label": "Lou"}}}]}}
                        """);
        assertThat(feed.proposal().records()).isEqualTo("$.feed.entry[*]");
        assertThat(feed.path(Field.NATURAL_ID)).isEqualTo("$.id.label");
        assertThat(feed.path(Field.OCCURRED_AT)).isEqualTo("$.updated.label");
        assertThat(feed.path(Field.REVISION)).isEqualTo("$.updated.label");
        assertThat(feed.path(Field.TEXT)).isEqualTo("$.title.label + $.content.label");
        assertThat(feed.path(Field.RATING)).isEqualTo("$.rating.label");
        assertThat(feed.whole()).isTrue();
    }

    @Test
    void nodesOfAGraphAreTheRecords() {
        Proposed graph =
                Proposed.from(
                        "graph.json",
                        """
                        {"data": {"product": {"name": "Kettle", "reviews": {
                          "pageInfo": {"endCursor": "abc", "hasNextPage": true},
                          "edges": [
                            {"cursor": "x", "node": {"reviewId": "kx81", "rating": 2, "message": "The lid broke after a week.", "postedOn": "March 3, 2026"}},
                            {"cursor": "y", "node": {"reviewId": "kx82", "rating": 5, "message": "Boils fast and looks good.", "postedOn": "March 14, 2026"}}]}}}}
                        """);
        assertThat(graph.proposal().records()).isEqualTo("$.data.product.reviews.edges[*].node");
        assertThat(graph.line("occurredAt"))
                .startsWith("occurredAt: {from: $.postedOn, formats: [\"MMMM d, yyyy\"]");
        assertThat(graph.path(Field.NATURAL_ID)).isEqualTo("$.reviewId");
        assertThat(graph.whole()).isTrue();
    }

    @Test
    void anAuthorIsNoIdentityAndWithoutOneTheContentCounts() {
        StringBuilder csv = new StringBuilder("Author\tDate\tStars\tReview\n");
        for (int day = 1; day <= 12; day++) {
            csv.append("user").append(day % 9).append('\t');
            csv.append(day).append("/2/26 10:0").append(day % 10).append('\t').append(day % 5 + 1);
            csv.append("\tThe number ").append(day).append(" line was late again\n");
        }
        Proposed table = Proposed.from("reviews.tsv", csv.toString());
        assertThat(table.line("naturalId")).isEqualTo("naturalId: contentHash()");
        assertThat(table.path(Field.AUTHOR)).isEqualTo("$.Author");
        assertThat(table.line("delimiter")).isEqualTo("delimiter: tab");
        assertThat(table.path(Field.TEXT)).isEqualTo("$.Review");
        assertThat(table.whole()).isTrue();
    }

    @Test
    void translationsAreOneText() {
        Proposed two =
                Proposed.from(
                        "two.csv",
                        """
                        review_id,published,rating,text_en,text_fr
                        u1,2026-01-01,4,I was paid within a week,J'ai été payé en une semaine
                        u2,2026-01-02,1,Nobody ever answers my letters,Personne ne répond à mes lettres
                        u3,2026-01-03,2,,Trop cher pour ce que c'est
                        """);
        assertThat(two.line("text")).isEqualTo("text: first($.text_en, $.text_fr)");
        assertThat(two.whole()).isTrue();
    }

    @Test
    void partsOfAnExperienceAreNotTheOverallRating() {
        Proposed lounge =
                Proposed.from(
                        "lounge.jsonl",
                        """
                        {"key": "q1", "when": "2026-02-01T00:00:00Z", "comfort_rating": 2, "staff_rating": 5, "overall_rating": 8, "content": "Crowded but very friendly people"}
                        {"key": "q2", "when": "2026-02-02T00:00:00Z", "comfort_rating": 4, "staff_rating": 1, "overall_rating": 3, "content": "No seat to be found in the morning"}
                        """);
        assertThat(lounge.path(Field.RATING)).isEqualTo("$.overall_rating");
        assertThat(lounge.path(Field.NATURAL_ID)).isEqualTo("$.key");
        assertThat(lounge.extras()).containsKeys("comfort_rating", "staff_rating");
    }
}
