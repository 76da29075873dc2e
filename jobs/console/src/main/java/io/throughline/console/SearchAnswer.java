package io.throughline.console;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.console.LiveView.Count;
import io.throughline.console.LiveView.Verbatim;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of what was found.
 *
 * @param total of all pages
 * @param next cursor of the page after this one; null when this is the last
 * @param facets counts by value, most frequent first; empty on pages after the first
 */
record SearchAnswer(long total, List<Hit> hits, String next, Map<String, List<Count>> facets) {

    /**
     * One that was found.
     *
     * @param marks places in its text that were looked for
     */
    record Hit(@JsonUnwrapped Verbatim verbatim, String url, List<MarkedText.Mark> marks) {}

    /**
     * Reads what Elasticsearch answered.
     *
     * @param size hits that were asked for
     * @throws IOException when it ran out of time and answered in part
     */
    static SearchAnswer read(JsonNode answer, int size) throws IOException {
        return read(answer, size, Verbatims.MAX_TEXT);
    }

    /** The first hit with as much of its text as is ever shown; empty when there is none. */
    static Optional<Hit> whole(JsonNode answer) throws IOException {
        return read(answer, 1, Verbatims.MAX_WHOLE).hits().stream().findFirst();
    }

    private static SearchAnswer read(JsonNode answer, int size, int most) throws IOException {
        if (answer.path("timed_out").asBoolean()) {
            throw new SearchTimeoutException();
        }
        JsonNode found = answer.path("hits").path("hits");
        List<Hit> hits = new ArrayList<>();
        for (JsonNode hit : found) {
            hits.add(hit(hit, most));
        }
        JsonNode last = found.path(found.size() - 1).path("sort");
        return new SearchAnswer(
                answer.path("hits").path("total").path("value").asLong(),
                List.copyOf(hits),
                found.size() < size || !last.isArray() ? null : SearchCursor.encode(last),
                facets(answer.path("aggregations")));
    }

    private static Hit hit(JsonNode hit, int most) {
        JsonNode source = hit.path("_source");
        String text = Verbatims.text(source, "text");
        JsonNode highlighted = hit.path("highlight").path("text").path(0);
        MarkedText shown =
                text == null
                        ? new MarkedText(null, List.of())
                        : MarkedText.of(text, highlighted.isTextual() ? highlighted.asText() : null)
                                .excerpt(most);
        return new Hit(
                Verbatims.read(source, shown.text()), Verbatims.text(source, "url"), shown.marks());
    }

    private static Map<String, List<Count>> facets(JsonNode aggregations) {
        Map<String, List<Count>> facets = new LinkedHashMap<>();
        aggregations
                .fields()
                .forEachRemaining(
                        facet -> {
                            List<Count> counts = new ArrayList<>();
                            JsonNode buckets = facet.getValue().path("values").path("buckets");
                            if (buckets.isObject()) {
                                buckets.fields()
                                        .forEachRemaining(
                                                bucket ->
                                                        count(
                                                                counts,
                                                                bucket.getKey(),
                                                                bucket.getValue()));
                            } else {
                                buckets.forEach(
                                        bucket ->
                                                count(counts, bucket.path("key").asText(), bucket));
                            }
                            facets.put(facet.getKey(), List.copyOf(counts));
                        });
        return facets;
    }

    private static void count(List<Count> counts, String id, JsonNode bucket) {
        long count = bucket.path("doc_count").asLong();
        if (count > 0) {
            counts.add(new Count(id, count));
        }
    }
}
