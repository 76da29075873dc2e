package io.throughline.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.local.demo.wire.Review;
import io.throughline.local.demo.words.Dice;
import io.throughline.local.demo.words.Feeling;
import io.throughline.model.FailureReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The review feed as one walk over its pages finds it, newest first. An edited review is at the top
 * in its new form and, on pages that come from an older copy of the feed, further down in its old
 * one; where a review came in between two requests, the last entries of one page are the first of
 * the next.
 */
final class ReviewHistory {

    /** Reviews that fit on the feed's pages, with room for repeats and old forms. */
    static final int CAPACITY = 400;

    static final String APP_ID = "1450013371";

    private static final List<Integer> SEAMS = List.of(50, 150, 250, 350);
    private static final int REPEATED = 3;
    private static final double EDITED = 0.07;

    private record Entry(String id, Instant updated, boolean edited, ObjectNode json) {}

    private final ReviewWriter writer;
    private final Instant end;
    private final Book book;
    private final Expectation.Ledger ledger;
    private final List<Entry> entries = new ArrayList<>();

    private ReviewHistory(ReviewWriter writer, Instant end, Book book) {
        this.writer = writer;
        this.end = end;
        this.book = book;
        this.ledger = book.ledger(DemoSource.APP_STORE);
    }

    /** The entries of the feed, newest first. */
    static List<ObjectNode> of(List<Draft> drafts, ReviewWriter writer, Instant end, Book book) {
        ReviewHistory history = new ReviewHistory(writer, end, book);
        drafts.forEach(history::add);
        history.spoil(drafts);
        history.entries.sort(Comparator.comparing(Entry::updated).reversed());
        history.repeat();
        return history.entries.stream().map(Entry::json).toList();
    }

    private void add(Draft draft) {
        Dice dice = draft.dice("edit");
        Told told = writer.tell(draft);
        book.secrets(told.secrets());
        Review review = writer.write(draft, told);
        Instant editedAt = draft.at().plusSeconds(3600L * dice.between(5, 60));
        boolean edited = dice.chance(EDITED) && editedAt.isBefore(end);
        ledger.created();
        if (!edited) {
            put(review, false);
            book.label(DemoSource.APP_STORE, review.id(), draft, text(review));
            return;
        }
        boolean appeased = draft.feeling() == Feeling.NEGATIVE && dice.chance(0.6);
        Draft later = draft.rethought(appeased ? Feeling.POSITIVE : Feeling.NEGATIVE, editedAt);
        Told again = writer.tell(later);
        book.secrets(again.secrets());
        Review newer = writer.rewrite(later, again, review);
        put(newer, true);
        book.label(DemoSource.APP_STORE, newer.id(), later, text(newer));
        if (dice.chance(0.6)) {
            put(review, true);
            ledger.revised();
        }
    }

    /** Some entries are not as they should be. */
    private void spoil(List<Draft> drafts) {
        for (int i = 0; i < 4; i++) {
            Draft draft = drafts.get((i + 1) * drafts.size() / 5);
            ObjectNode json = writer.write(draft, writer.tell(draft)).entry(APP_ID);
            json.putObject("id").put("label", "99" + draft.number() + i);
            FailureReason reason = spoil(json, i);
            ledger.rejected(reason);
            entries.add(new Entry("", draft.at(), true, json));
        }
    }

    private static FailureReason spoil(ObjectNode json, int way) {
        switch (way) {
            case 0 -> json.putObject("im:rating").put("label", "7");
            case 1 -> json.putObject("im:rating").put("label", "five");
            case 2 -> json.putObject("updated").put("label", "a while ago");
            default -> {
                json.remove("id");
                return FailureReason.MISSING_FIELD;
            }
        }
        return FailureReason.INVALID_FIELD;
    }

    private void repeat() {
        for (int seam : SEAMS) {
            if (seam < entries.size()) {
                List<Entry> again =
                        entries.subList(seam - REPEATED, seam).stream()
                                .filter(entry -> !entry.edited())
                                .toList();
                entries.addAll(seam, again);
                again.forEach(entry -> ledger.repeated());
            }
        }
    }

    private void put(Review review, boolean edited) {
        entries.add(new Entry(review.id(), review.updated(), edited, review.entry(APP_ID)));
    }

    static String text(Review review) {
        return review.title() + "\n" + review.content();
    }
}
