package io.throughline.local.demo;

import io.throughline.local.demo.wire.Status;
import io.throughline.local.demo.wire.StreamEvent;
import io.throughline.local.demo.words.Dice;
import io.throughline.local.demo.words.Feeling;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The stream of the history: posts, some of them edited, repeated or taken back later. */
final class PostHistory {

    private static final double EDITED = 0.04;
    private static final double DELETED = 0.04;
    private static final double REPEATED = 0.02;

    private final PostWriter writer;
    private final Instant end;
    private final Book book;
    private final Expectation.Ledger ledger;
    private final List<StreamEvent> events = new ArrayList<>();

    private PostHistory(PostWriter writer, Instant end, Book book) {
        this.writer = writer;
        this.end = end;
        this.book = book;
        this.ledger = book.ledger(DemoSource.MASTODON);
    }

    static List<StreamEvent> of(List<Draft> drafts, PostWriter writer, Instant end, Book book) {
        PostHistory history = new PostHistory(writer, end, book);
        drafts.forEach(history::add);
        history.deleteUnseen(drafts);
        history.spoil(drafts);
        history.events.sort(Comparator.comparing(StreamEvent::at));
        return List.copyOf(history.events);
    }

    private void add(Draft draft) {
        Dice dice = draft.dice("fate");
        PostWriter.Written post = writer.write(draft);
        note(post);
        ledger.created();
        events.add(StreamEvent.update(draft.at(), post.status()));
        Instant later = draft.at().plusSeconds(60L * dice.between(3, 600));
        double fate = dice.fraction();
        if (!later.isBefore(end)) {
            return;
        }
        if (fate < EDITED) {
            edit(draft, post.status(), later, dice);
        } else if (fate < EDITED + DELETED) {
            events.add(StreamEvent.delete(later, post.status().id()));
            ledger.deleted();
            book.unlabel(DemoSource.MASTODON, String.valueOf(post.status().id()));
        } else if (fate < EDITED + DELETED + REPEATED) {
            events.add(StreamEvent.update(later, post.status()));
            ledger.repeated();
        }
    }

    private void edit(Draft draft, Status before, Instant later, Dice dice) {
        Feeling now = dice.chance(0.7) ? draft.feeling() : Feeling.MIXED;
        PostWriter.Written edited = writer.rewrite(draft.rethought(now, later), before);
        note(edited);
        ledger.revised();
        events.add(StreamEvent.edit(later, edited.status()));
    }

    private void note(PostWriter.Written post) {
        book.label(
                DemoSource.MASTODON,
                String.valueOf(post.status().id()),
                post.draft(),
                post.status().created(),
                post.text());
        book.secrets(post.secrets());
    }

    /** A stream also takes back what was posted before we listened. */
    private void deleteUnseen(List<Draft> drafts) {
        for (int i = 1; i <= 5; i++) {
            Instant at = drafts.get(i * drafts.size() / 6).at().plusSeconds(1);
            Instant posted = drafts.get(0).at().minusSeconds(3600L * i);
            events.add(StreamEvent.delete(at, Status.snowflake(posted, i)));
            ledger.deletedUnseen();
        }
    }

    private void spoil(List<Draft> drafts) {
        for (int i = 0; i < 5; i++) {
            Draft draft = drafts.get((i + 1) * drafts.size() / 7);
            Status status = writer.write(draft).status();
            String data = BrokenPosts.spoil(status, i);
            events.add(new StreamEvent(draft.at().plusSeconds(2), StreamEvent.UPDATE, data));
            ledger.rejected(BrokenPosts.reason(i));
        }
    }
}
