package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.throughline.console.VerbatimExplainer.Words;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /api/evidence?id=…}: the words that carried the tags of up to 50 pieces of feedback,
 * by id. The page asks beside the figures, so that explaining never holds them up; what was
 * explained is kept, since pages look at the same newest feedback.
 */
final class EvidenceRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(EvidenceRoutes.class);
    private static final int MOST_IDS = 50;
    private static final int MOST_WORDS = 8;
    private static final int KEPT = 2_000;

    private final Map<Text, List<Words>> explained =
            new LinkedHashMap<>(KEPT, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Text, List<Words>> eldest) {
                    return size() > KEPT;
                }
            };
    private volatile SearchClient client;
    private volatile VerbatimExplainer explainer = VerbatimExplainer.NONE;

    private record Text(String text, String label) {}

    void ready(SearchClient search) {
        client = search;
    }

    void explain(VerbatimExplainer by) {
        explainer = by;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/evidence", this::evidence);
    }

    private void evidence(Context context) {
        List<String> ids = context.queryParams("id");
        if (ids.isEmpty() || ids.size() > MOST_IDS) {
            throw RefusedException.badRequest("'id' is named 1 to " + MOST_IDS + " times.");
        }
        SearchClient known = client;
        if (known == null) {
            throw new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "Throughline is starting.");
        }
        try {
            LiveJson.send(context, read(known.ask("cx-feedback", Searches.texts(ids))));
        } catch (IOException e) {
            LOG.debug("Elasticsearch does not answer on texts", e);
            throw new RefusedException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Elasticsearch does not answer. Try again in a moment.");
        }
    }

    private Map<String, List<Words>> read(JsonNode answer) {
        Map<String, List<Words>> found = new LinkedHashMap<>();
        for (JsonNode hit : answer.at("/hits/hits")) {
            JsonNode source = hit.path("_source");
            String text = Verbatims.text(source, "text");
            String label = Verbatims.text(source.path("sentiment"), "label");
            if (text != null && label != null) {
                found.put(source.path("id").asText(), words(new Text(text, label)));
            }
        }
        return found;
    }

    private List<Words> words(Text text) {
        synchronized (explained) {
            List<Words> known = explained.get(text);
            if (known != null) {
                return known;
            }
        }
        List<Words> words =
                explainer.explain(text.text(), text.label()).stream()
                        .sorted(
                                Comparator.comparingDouble(
                                                (Words one) -> Math.abs(one.contribution()))
                                        .reversed())
                        .limit(MOST_WORDS)
                        .toList();
        synchronized (explained) {
            explained.put(text, words);
        }
        return words;
    }
}
