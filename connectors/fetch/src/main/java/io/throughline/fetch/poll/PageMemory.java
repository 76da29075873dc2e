package io.throughline.fetch.poll;

import io.throughline.channels.definition.PageSpec;
import io.throughline.channels.definition.RequestSpec;
import io.throughline.fetch.CursorChange;
import io.throughline.model.Hashes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was last seen of each page, in the entries of a cursor: {@code page:N} holds the SHA-256 of
 * page N's body, or {@code empty:} and it when the page held no record; {@code html} holds the
 * beginnings of the SHA-256 of the newest 32 HTML pages, so that an error page that alternates with
 * the feed is handed on once and not each time.
 */
final class PageMemory {

    private static final String HTML = "html";
    private static final String EMPTY = "empty:";
    private static final int HTML_PAGES = 32;
    private static final int HTML_DIGITS = 16;

    /** Pages of a feed that is read as a whole that are remembered. */
    private static final int WHOLE_FEED = 1000;

    /** Pages of a round that begins at a cursor that are remembered. */
    private static final int SINCE_CURSOR = 16;

    /** The slot of a page that is not remembered. */
    private static final int NOWHERE = -1;

    private final Map<String, String> cursor;

    PageMemory(Map<String, String> cursor) {
        this.cursor = new HashMap<>(cursor);
    }

    /**
     * Under which number a page is remembered: its own when it has one, and else its place in the
     * round. A cursor must stay small, so only the first pages are.
     */
    int slot(int number, int before, RequestSpec spec) {
        int most = spec.cursor() == null ? WHOLE_FEED : SINCE_CURSOR;
        int slot = spec.page() instanceof PageSpec.Numbered ? number : before;
        return before < most ? slot : NOWHERE;
    }

    /** Whether a body seen before held no record; nothing when it was not seen on that page. */
    Optional<Boolean> seenEmpty(int page, byte[] body) {
        String known = cursor.get(key(page));
        String hash = Hashes.sha256(body);
        if (known == null || !known.endsWith(hash)) {
            return Optional.empty();
        }
        return Optional.of(known.startsWith(EMPTY));
    }

    List<CursorChange> remember(int page, byte[] body, boolean empty) {
        if (page == NOWHERE) {
            return List.of();
        }
        return changed(new CursorChange(key(page), (empty ? EMPTY : "") + Hashes.sha256(body)));
    }

    boolean seenHtml(byte[] body) {
        return htmlPages().contains(shortHash(body));
    }

    List<CursorChange> rememberHtml(byte[] body) {
        List<String> pages = htmlPages();
        pages.add(shortHash(body));
        int from = Math.max(0, pages.size() - HTML_PAGES);
        return changed(new CursorChange(HTML, String.join(",", pages.subList(from, pages.size()))));
    }

    private List<String> htmlPages() {
        String known = cursor.getOrDefault(HTML, "");
        return known.isEmpty() ? new ArrayList<>() : new ArrayList<>(List.of(known.split(",")));
    }

    private List<CursorChange> changed(CursorChange change) {
        change.applyTo(cursor);
        return List.of(change);
    }

    private static String key(int page) {
        return "page:" + page;
    }

    private static String shortHash(byte[] body) {
        return Hashes.sha256(body).substring(0, HTML_DIGITS);
    }
}
