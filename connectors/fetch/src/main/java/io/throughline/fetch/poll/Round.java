package io.throughline.fetch.poll;

import io.throughline.channels.definition.PageSpec;
import io.throughline.fetch.CursorChange;
import io.throughline.fetch.http.Asked;
import io.throughline.fetch.http.Origins;
import io.throughline.fetch.poll.FeedCursor.Certainty;
import io.throughline.fetch.poll.FeedCursor.Lasting;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One round over a feed: which page is next, and when it is over. Where the server itself says how
 * to go on, the place is kept over restarts, so that a first read of ten thousand pages does not
 * begin anew; a place that is counted would be another one by then.
 *
 * <p>An ascending feed whose pages are counted is asked anew from where it has got to instead of
 * for its next page: nothing that comes or goes meanwhile can then move a record out of sight.
 */
final class Round {

    /** How a round stands after a page. */
    enum State {
        MORE,
        /** All of it was handed over. */
        COMPLETE,
        /** It has as many pages as it may, and there are more. */
        CUT,
        /** The page does not say how to go on. */
        LOST
    }

    /**
     * What a page does to a round.
     *
     * @param note what is odd about it; null when nothing is
     */
    record Taken(State state, List<CursorChange> changes, String note) {}

    private static final int MOST_RESTARTS = 3;

    /**
     * So often in a row the same page is taken for a chance: as many new records as a page holds
     * move it exactly one on.
     */
    private static final int MOST_REPEATS = 3;

    private final PageSpec.End end;
    private final Paging paging;
    private final FeedCursor cursor;
    private final Predicate<String> secret;
    private final Set<String> seen = new HashSet<>();
    private Place place = Place.START;
    private boolean begun;
    private int pages;
    private int emptyInARow;
    private int restarts;
    private int repeats;
    private boolean doubted;
    private String lastHash = "";

    /**
     * @param stored entries of a cursor
     * @param secret whether a text must not get into a checkpoint
     * @param home address of the channel's server
     */
    Round(
            PageSpec spec,
            FeedCursor cursor,
            Map<String, String> stored,
            Predicate<String> secret,
            URI home) {
        this.end = spec.end();
        this.paging = Paging.of(spec);
        this.cursor = cursor;
        this.secret = secret;
        String next = stored.get(Entries.NEXT);
        if (next != null && paging.lasting() && isOf(home, next)) {
            place = new Place(Integer.parseInt(stored.getOrDefault(Entries.STEP, "1")), 0, 0, next);
            begun = true;
        }
    }

    private boolean isOf(URI home, String next) {
        Optional<URI> address = paging.address(new Place(1, 0, 0, next));
        return address.isEmpty() || Origins.same(home, address.get());
    }

    /** What to ask for now. */
    Asked asked() {
        if (!begun) {
            cursor.begin();
            begun = true;
        }
        Map<String, String> references = new HashMap<>();
        Map<String, String> params = new HashMap<>();
        paging.ask(place, references, params);
        cursor.ask(references, params);
        return new Asked(references, params, paging.address(place));
    }

    /** Number of the page that is asked for now. */
    int number() {
        return paging.number(place);
    }

    /** How many pages of this round came before. */
    int pages() {
        return pages;
    }

    /** Whether a page brought nothing new, where records are known. */
    boolean nothingNew(PageContent page) {
        return paging.nothingNew(place, page);
    }

    /**
     * Goes on after a page.
     *
     * @param empty whether it brought nothing
     * @param hash of its body
     * @param asked its address
     */
    Taken take(PageContent page, boolean empty, String hash, URI asked, HttpHeaders headers) {
        Turn turn = paging.after(place, page, asked, headers);
        pages++;
        if (turn instanceof Turn.Back back) {
            place = back.place();
            return new Taken(
                    pages < end.most() ? State.MORE : cut(),
                    List.of(),
                    "records moved while they were read, going back");
        }
        Optional<String> next =
                turn instanceof Turn.On on
                        ? Optional.ofNullable(on.place().next())
                        : Optional.empty();
        Lasting lasting =
                paging.lasting() && next.isPresent() && !secret.test(next.get())
                        ? Lasting.KEPT
                        : Lasting.NOT_KEPT;
        if (!paging.joined(place) && !empty) {
            doubted = true;
            cursor.doubt();
        }
        List<CursorChange> changes = new ArrayList<>(cursor.page(page, lasting));
        if (turn instanceof Turn.Lost lost) {
            return new Taken(State.LOST, changes, lost.cause());
        }
        emptyInARow = empty ? emptyInARow + 1 : 0;
        String loop = loop(next, hash, empty, asked);
        lastHash = hash;
        if (turn instanceof Turn.On on
                && loop == null
                && !isLast(page)
                && !(emptyInARow >= end.stopAfterEmpty())) {
            return on(on.place(), lasting, changes);
        }
        boolean several = pages > 1 || place.step() > 0;
        changes.addAll(
                cursor.complete(
                        several && (paging.leaky() || doubted || !cursor.ordered() || loop != null)
                                ? Certainty.UNSURE
                                : Certainty.SURE));
        changes.addAll(over());
        return new Taken(State.COMPLETE, changes, loop);
    }

    private boolean isLast(PageContent page) {
        boolean said =
                end.until() != null
                        && page.value(end.until()).filter("true"::equalsIgnoreCase).isPresent();
        return said || cursor.allOlder(page);
    }

    private String loop(Optional<String> next, String hash, boolean empty, URI asked) {
        if (next.isPresent() && (!seen.add(next.get()) || next.get().equals(asked.toString()))) {
            return "a page names a next one that was read already";
        }
        boolean again = paging.counted() && !place.first() && !empty && hash.equals(lastHash);
        repeats = again ? repeats + 1 : 0;
        return repeats == MOST_REPEATS
                ? "the same page comes again and again under other numbers"
                : null;
    }

    private Taken on(Place next, Lasting lasting, List<CursorChange> changes) {
        boolean anew = paging.counted() && cursor.advance();
        place = anew ? Place.START : next;
        emptyInARow = anew ? 0 : emptyInARow;
        if (lasting == Lasting.KEPT) {
            changes.add(new CursorChange(Entries.NEXT, place.next()));
            changes.add(new CursorChange(Entries.STEP, Integer.toString(place.step())));
        }
        return pages < end.most()
                ? new Taken(State.MORE, changes, null)
                : new Taken(cut(), changes, null);
    }

    /** The next round goes on from a place that lasts, and else begins anew. */
    private State cut() {
        pages = 0;
        seen.clear();
        if (!paging.lasting()) {
            over();
        }
        return State.CUT;
    }

    /**
     * Begins the round anew, because the server does not know its place any more.
     *
     * @return what is to be forgotten; empty when there is no place to give up, or it was given up
     *     often enough
     */
    Optional<List<CursorChange>> restart() {
        if (place.first() || !paging.lasting() || restarts == MOST_RESTARTS) {
            return Optional.empty();
        }
        int count = restarts + 1;
        List<CursorChange> forgotten = over();
        restarts = count;
        return Optional.of(forgotten);
    }

    private List<CursorChange> over() {
        boolean kept = paging.lasting() && !place.first();
        place = Place.START;
        begun = false;
        pages = 0;
        emptyInARow = 0;
        restarts = 0;
        repeats = 0;
        doubted = false;
        lastHash = "";
        seen.clear();
        return kept
                ? List.of(
                        new CursorChange(Entries.NEXT, null),
                        new CursorChange(Entries.STEP, null),
                        new CursorChange(Entries.BEGUN, null),
                        new CursorChange(Entries.ASKED, null),
                        new CursorChange(Entries.NEWEST, null))
                : List.of();
    }
}
