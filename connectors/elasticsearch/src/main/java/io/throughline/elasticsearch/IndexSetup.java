package io.throughline.elasticsearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.document.IndexTemplate;
import io.throughline.elasticsearch.ElasticsearchSetupException.Problem;
import java.time.Duration;
import java.util.List;
import org.elasticsearch.client.RestClient;

/**
 * Makes an Elasticsearch ready to be written to; doing it again changes nothing. Templates come
 * before the first document, because an index made without its template guesses its mapping and
 * keeps the guess.
 */
public final class IndexSetup {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE_MS = 250;

    /** Lets time pass; a test lets it pass at once. */
    interface Clock {
        long nanoTime();

        void pause(long millis) throws InterruptedException;
    }

    private static final Clock SYSTEM =
            new Clock() {
                @Override
                public long nanoTime() {
                    return System.nanoTime();
                }

                @Override
                public void pause(long millis) throws InterruptedException {
                    Thread.sleep(millis);
                }
            };

    private IndexSetup() {}

    /**
     * Puts the templates, creates each index that a template names without a wildcard and that is
     * missing, and adds fields that are new in a template to the indices there are already. Indices
     * named by a pattern come with their first document, for which the template has to say {@code
     * "allow_auto_create": true} where the cluster does not create indices by itself.
     *
     * @throws ElasticsearchSetupException when Elasticsearch is unreachable, refuses, or is none
     */
    public static void ensure(RestClient client, List<IndexTemplate> templates) {
        SetupRequests requests = new SetupRequests(client);
        requests.checkIsElasticsearch();
        for (IndexTemplate template : templates) {
            requests.putTemplate(template);
        }
        for (IndexTemplate template : templates) {
            JsonNode body = parse(template);
            JsonNode mappings = body.path("template").path("mappings");
            for (JsonNode pattern : body.path("index_patterns")) {
                if (!pattern.asText().contains("*")) {
                    requests.createIndex(pattern.asText());
                }
                if (mappings.isObject()) {
                    requests.extendMapping(pattern.asText(), mappings);
                }
            }
        }
    }

    /**
     * Returns when the cluster serves reads and writes (health yellow or better).
     *
     * @throws ElasticsearchSetupException when it does not within that time, and at once when
     *     waiting will not help: refused credentials, no trust, or something else at that address
     */
    public static void waitUntilReady(RestClient client, Duration atMost)
            throws InterruptedException {
        waitUntilReady(client, atMost, SYSTEM);
    }

    static void waitUntilReady(RestClient client, Duration atMost, Clock clock)
            throws InterruptedException {
        SetupRequests requests = new SetupRequests(client);
        long end = clock.nanoTime() + atMost.toNanos();
        while (true) {
            try {
                requests.checkReady();
                return;
            } catch (ElasticsearchSetupException e) {
                boolean passes =
                        e.problem() == Problem.UNREACHABLE || e.problem() == Problem.NOT_READY;
                if (!passes || clock.nanoTime() >= end) {
                    throw e;
                }
            }
            clock.pause(PAUSE_MS);
        }
    }

    private static JsonNode parse(IndexTemplate template) {
        try {
            return JSON.readTree(template.json());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the index template " + template.name() + " is no JSON", e);
        }
    }
}
