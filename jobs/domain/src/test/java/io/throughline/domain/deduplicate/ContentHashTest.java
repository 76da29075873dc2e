package io.throughline.domain.deduplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.Author;
import io.throughline.model.Channel;
import io.throughline.model.Conversation;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Rating;
import io.throughline.model.Role;
import io.throughline.model.Turn;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ContentHashTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");

    @Test
    void everythingACustomerSeesCounts() {
        List<UnaryOperator<FeedbackBuilder>> changes =
                List.of(
                        feedback -> feedback.text("other"),
                        feedback -> feedback.text(null),
                        feedback -> feedback.rating(new Rating(2, 1, 5)),
                        feedback -> feedback.rating(new Rating(1, 0, 5)),
                        feedback -> feedback.author(new Author("hmac:2", Role.CUSTOMER)),
                        feedback -> feedback.author(null),
                        feedback -> feedback.language("fr"),
                        feedback -> feedback.locale("en-GB"),
                        feedback -> feedback.url("https://example.com/2"),
                        feedback -> feedback.touchpoint("web"),
                        feedback -> feedback.extra("k", "other"),
                        feedback -> feedback.extra("k2", "v"),
                        feedback -> feedback.occurredAt(NOON.plusNanos(1)),
                        feedback -> feedback.conversation(said("hello")),
                        feedback -> feedback.conversation(said("bye")));

        List<String> hashes =
                changes.stream()
                        .map(change -> ContentHash.of(change.apply(full()).build()))
                        .toList();

        assertThat(hashes).doesNotHaveDuplicates().doesNotContain(ContentHash.of(full().build()));
    }

    @Test
    void whenAndWhereWeSawItDoesNotCount() {
        assertThat(ContentHash.of(full().observedAt(NOON.plusSeconds(5)).revision(9).build()))
                .isEqualTo(ContentHash.of(full().build()));
    }

    @Test
    void whereATextEndsCounts() {
        Feedback one = bare().language("e").locale("nd").build();
        Feedback other = bare().language("en").locale("d").build();

        assertThat(ContentHash.of(one)).isNotEqualTo(ContentHash.of(other));
    }

    @Test
    void aTimeOfOurOwnDoesNotCountAndAnOptionDoes() {
        for (String own : List.of("observed", "file-time")) {
            assertThat(ContentHash.of(timed(own, NOON)))
                    .isEqualTo(ContentHash.of(timed(own, NOON.plusSeconds(1))))
                    .isEqualTo(ContentHash.of(timed("observed", NOON)));
        }
        assertThat(ContentHash.of(timed("option", NOON)))
                .isNotEqualTo(ContentHash.of(timed("option", NOON.plusSeconds(1))));
    }

    private static Feedback timed(String source, Instant occurredAt) {
        return full().extra(Feedback.OCCURRED_AT_SOURCE, source).occurredAt(occurredAt).build();
    }

    private static Conversation said(String text) {
        return new Conversation("c", List.of(new Turn(0, Role.CUSTOMER, text, null, null)));
    }

    private static FeedbackBuilder full() {
        return bare().text("bad")
                .rating(new Rating(1, 1, 5))
                .author(new Author("hmac:1", Role.CUSTOMER))
                .language("en")
                .locale("en-US")
                .url("https://example.com/1")
                .touchpoint("app")
                .extra("k", "v");
    }

    private static FeedbackBuilder bare() {
        return new FeedbackBuilder(Channel.MOBILE, "app-store", "1")
                .occurredAt(NOON)
                .observedAt(NOON);
    }
}
