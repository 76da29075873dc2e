package io.throughline.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.throughline.local.demo.wire.ReviewPage;
import java.util.ArrayList;
import java.util.List;

/**
 * The review feed as it stands: newest first, at most ten pages, one of them empty in the middle. A
 * new review moves all others down, and the oldest off the last page.
 */
final class ReviewFeed {

    static final int PAGE_SIZE = 50;

    /** The page that is empty although the next is not, as happens with Apple. */
    static final int EMPTY_PAGE = 6;

    private static final int VISIBLE = (ReviewPage.LAST - 1) * PAGE_SIZE;

    private final List<ObjectNode> entries;

    ReviewFeed(List<ObjectNode> newestFirst) {
        this.entries = new ArrayList<>(newestFirst);
        trim();
    }

    /** A review comes in, or comes in again after an edit: then its old form is gone. */
    synchronized void add(ObjectNode entry) {
        entries.removeIf(old -> old.path("id").equals(entry.path("id")));
        entries.add(0, entry);
        trim();
    }

    /** The body of a page, 1 to {@link ReviewPage#LAST}. */
    synchronized String page(int number) {
        return ReviewPage.write(ReviewHistory.APP_ID, number, entries(number));
    }

    private List<ObjectNode> entries(int number) {
        if (number == EMPTY_PAGE) {
            return List.of();
        }
        int index = number < EMPTY_PAGE ? number - 1 : number - 2;
        int from = Math.min(entries.size(), index * PAGE_SIZE);
        return entries.subList(from, Math.min(entries.size(), from + PAGE_SIZE));
    }

    private void trim() {
        while (entries.size() > VISIBLE) {
            entries.remove(entries.size() - 1);
        }
    }
}
