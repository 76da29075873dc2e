package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks Elasticsearch for a view, and says in a sentence why it cannot be shown. */
final class StoredView {

    private static final Logger LOG = LoggerFactory.getLogger(StoredView.class);

    private volatile SearchClient client;

    void ready(SearchClient search) {
        client = search;
    }

    /**
     * What an index answers.
     *
     * @throws RefusedException when there is none yet
     */
    JsonNode ask(String index, String body) {
        SearchClient known = client;
        if (known == null) {
            throw new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "Throughline is starting.");
        }
        try {
            return known.ask(index, body);
        } catch (IOException e) {
            LOG.warn("{} cannot be asked", index, e);
            throw new RefusedException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Elasticsearch does not answer. Try again in a moment.");
        }
    }

    /** A parameter that may be absent; null when it is, or empty. */
    static String parameter(Context context, String name) {
        String value = context.queryParam(name);
        return value == null || value.isBlank() ? null : value;
    }

    /** The buckets of an aggregation. */
    static JsonNode buckets(JsonNode answer, String name) {
        return answer.path("aggregations").path(name).path("buckets");
    }
}
