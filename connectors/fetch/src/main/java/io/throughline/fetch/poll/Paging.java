package io.throughline.fetch.poll;

import io.throughline.channels.definition.PageSpec;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;

/** How a kind of pages says which one, and which one is next. */
interface Paging {

    /** Says in a request which page is asked for, as a reference and as a query parameter. */
    void ask(Place place, Map<String, String> references, Map<String, String> params);

    /**
     * Where the round goes after a page.
     *
     * @param asked the address of the page
     */
    Turn after(Place place, PageContent page, URI asked, HttpHeaders headers);

    /** The address that a place is, where it is one. */
    default Optional<URI> address(Place place) {
        return Optional.empty();
    }

    /**
     * Number of a page as the server knows it; otherwise how many pages of the query came before.
     */
    default int number(Place place) {
        return place.step();
    }

    /** Whether a place is still good after a restart. */
    default boolean lasting() {
        return false;
    }

    /**
     * Whether places are counted, so that records move between pages when others come and go, and a
     * query that begins later begins at the first page again.
     */
    default boolean counted() {
        return false;
    }

    /** Whether a record can be missed when others before it go away while pages are read. */
    default boolean leaky() {
        return false;
    }

    /** Whether it is known that no record was missed between the page before and this one. */
    default boolean joined(Place place) {
        return place.first() || !leaky();
    }

    /** Whether a page brought nothing that the one before had not. */
    default boolean nothingNew(Place place, PageContent page) {
        return page.records().isEmpty();
    }

    static Paging of(PageSpec spec) {
        if (spec instanceof PageSpec.Link link) {
            return new LinkPages(link);
        }
        if (spec instanceof PageSpec.Token token) {
            return new TokenPages(token);
        }
        if (spec instanceof PageSpec.Offset offset) {
            return new OffsetPages(offset);
        }
        if (spec instanceof PageSpec.Numbered numbered) {
            return new NumberedPages(numbered);
        }
        return new OnePage();
    }

    /** There is one page. */
    final class OnePage implements Paging {
        @Override
        public void ask(Place place, Map<String, String> references, Map<String, String> params) {}

        @Override
        public Turn after(Place place, PageContent page, URI asked, HttpHeaders headers) {
            return new Turn.Last();
        }
    }

    /** Pages that are asked for with a text. */
    final class TokenPages implements Paging {

        private final PageSpec.Token spec;

        TokenPages(PageSpec.Token spec) {
            this.spec = spec;
        }

        @Override
        public void ask(Place place, Map<String, String> references, Map<String, String> params) {
            references.put("next", place.next() == null ? "" : place.next());
            if (place.next() != null && spec.param() != null) {
                params.put(spec.param(), place.next());
            }
        }

        @Override
        public Turn after(Place place, PageContent page, URI asked, HttpHeaders headers) {
            if (!page.json()) {
                return new Turn.Lost("a page that is no JSON");
            }
            return page.value(spec.next())
                    .<Turn>map(next -> new Turn.On(Place.after(place, next)))
                    .orElseGet(Turn.Last::new);
        }

        @Override
        public boolean lasting() {
            return true;
        }
    }

    /** Pages with numbers. */
    final class NumberedPages implements Paging {

        private final PageSpec.Numbered spec;

        NumberedPages(PageSpec.Numbered spec) {
            this.spec = spec;
        }

        @Override
        public void ask(Place place, Map<String, String> references, Map<String, String> params) {
            String number = Integer.toString(spec.first() + place.step());
            references.put("page", number);
            if (spec.param() != null) {
                params.put(spec.param(), number);
            }
            if (spec.sizeParam() != null) {
                params.put(spec.sizeParam(), Integer.toString(spec.size()));
            }
        }

        @Override
        public Turn after(Place place, PageContent page, URI asked, HttpHeaders headers) {
            return new Turn.On(Place.after(place, null));
        }

        @Override
        public int number(Place place) {
            return spec.first() + place.step();
        }

        @Override
        public boolean counted() {
            return true;
        }

        @Override
        public boolean leaky() {
            return true;
        }
    }
}
