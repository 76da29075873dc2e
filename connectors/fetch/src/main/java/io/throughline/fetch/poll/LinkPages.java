package io.throughline.fetch.poll;

import io.throughline.channels.definition.PageSpec;
import io.throughline.fetch.http.Origins;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.Optional;

/**
 * Pages that say where the next one is. A link to another host is not followed: whoever can write
 * into a page could otherwise have our credentials sent to wherever it likes.
 */
final class LinkPages implements Paging {

    private final PageSpec.Link spec;

    LinkPages(PageSpec.Link spec) {
        this.spec = spec;
    }

    /** The place's address is asked as it is. */
    @Override
    public void ask(Place place, Map<String, String> references, Map<String, String> params) {}

    @Override
    public Optional<URI> address(Place place) {
        return Optional.ofNullable(place.next()).map(URI::create);
    }

    @Override
    public Turn after(Place place, PageContent page, URI asked, HttpHeaders headers) {
        if (spec.next() != null && !page.json()) {
            return new Turn.Lost("a page that is no JSON");
        }
        Optional<String> link =
                spec.next() == null
                        ? headers.allValues("Link").stream()
                                .flatMap(header -> LinkHeader.next(header).stream())
                                .findFirst()
                        : page.value(spec.next());
        if (link.isEmpty()) {
            return new Turn.Last();
        }
        Optional<URI> next = Origins.resolve(asked, link.get());
        if (next.isEmpty()) {
            return new Turn.Lost("a link to a next page that is no address");
        }
        if (!Origins.same(asked, next.get())) {
            return new Turn.Lost("a link to a next page on another host, " + next.get().getHost());
        }
        return new Turn.On(Place.after(place, next.get().toString()));
    }

    @Override
    public boolean lasting() {
        return true;
    }
}
