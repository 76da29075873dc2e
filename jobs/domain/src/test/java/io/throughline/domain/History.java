package io.throughline.domain;

import io.throughline.model.Author;
import io.throughline.model.Channel;
import io.throughline.model.Feedback;
import io.throughline.model.FeedbackBuilder;
import io.throughline.model.Operation;
import io.throughline.model.Rating;
import io.throughline.model.Role;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Histories of a few ids on two channels: edits, deletes, ties, copies and late times. */
public final class History {

    private static final Instant START = Instant.parse("2026-03-04T12:00:00Z");
    private static final List<String> TEXTS =
            List.of("bad claim", "good claim", "fine bill", "bad bill and bad claim", "hello");

    private History() {}

    /** Records in no order, with many of the same id and revision. */
    public static Arbitrary<List<Feedback>> records() {
        return record().list().ofMinSize(1).ofMaxSize(40);
    }

    private static Arbitrary<Feedback> record() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(TEXTS),
                        Arbitraries.integers().between(0, 4))
                .as(History::record);
    }

    private static Feedback record(
            int id, int revision, int observed, int kind, String text, int author) {
        FeedbackBuilder builder =
                new FeedbackBuilder(id % 2 == 0 ? Channel.WEB : Channel.SOCIAL, "s", "n" + id)
                        .revision(revision)
                        .occurredAt(
                                START.minusSeconds(86_400L * 7 * (text.length() % 2) + 40L * id))
                        .observedAt(START.plusSeconds(observed));
        if (kind == 0) {
            return builder.operation(Operation.DELETE).build();
        }
        // Revisions differ in what they are parted by and in their rating, too.
        return builder.text(text)
                .language(revision % 2 == 0 ? "en" : "x-unknown")
                .extra("product", List.of("home", "MOTOR", "boat", "").get(revision % 4))
                .rating(author == 0 ? null : new Rating(author, 0, 4))
                .author(author == 0 ? null : new Author("hmac:" + author, Role.CUSTOMER))
                .build();
    }
}
