package io.throughline.fetch.poll;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.definition.PageSpec;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Pages that are asked for by the number of records to pass over. When a record goes away while
 * pages are read, those behind it move up, and one would slip past between two pages. So each page
 * is asked for with the last record of the page before in front: when none of that page's records
 * is there, the round goes back a page.
 */
final class OffsetPages implements Paging {

    /** A feed that sorts itself anew for each request would never let us by. */
    private static final int MOST_TIMES_BACK = 4;

    private final PageSpec.Offset spec;
    private final Map<Long, Integer> goneBack = new HashMap<>();
    private Set<JsonNode> previous = Set.of();

    OffsetPages(PageSpec.Offset spec) {
        this.spec = spec;
    }

    @Override
    public void ask(Place place, Map<String, String> references, Map<String, String> params) {
        String offset = Long.toString(spec.first() + place.offset());
        references.put("offset", offset);
        if (spec.param() != null) {
            params.put(spec.param(), offset);
        }
        if (spec.sizeParam() != null) {
            params.put(spec.sizeParam(), Integer.toString(spec.size()));
        }
    }

    @Override
    public Turn after(Place place, PageContent page, URI asked, HttpHeaders headers) {
        if (place.first()) {
            previous = Set.of();
            goneBack.clear();
        }
        List<JsonNode> records = page.records();
        if (place.overlap() > 0
                && records.stream().noneMatch(previous::contains)
                && goneBack.merge(place.offset(), 1, Integer::sum) <= MOST_TIMES_BACK) {
            long back = Math.max(0, place.offset() - spec.size());
            return new Turn.Back(new Place(place.step(), back, back == 0 ? 0 : 1, null));
        }
        if (records.isEmpty()) {
            previous = Set.of();
            long offset = place.offset() + place.overlap() + spec.size();
            return new Turn.On(new Place(place.step() + 1, offset, 0, null));
        }
        int overlap = records.size() > 1 ? 1 : 0;
        long offset = place.offset() + records.size() - overlap;
        previous = Set.copyOf(records);
        return new Turn.On(new Place(place.step() + 1, offset, overlap, null));
    }

    @Override
    public boolean nothingNew(Place place, PageContent page) {
        return page.records().size() <= place.overlap();
    }

    @Override
    public boolean joined(Place place) {
        return place.first() || place.overlap() > 0;
    }

    @Override
    public boolean counted() {
        return true;
    }
}
