package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import org.apache.http.client.config.RequestConfig;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.RestClient;

/**
 * Asks Elasticsearch with little patience. Indices that are not there yet hold nothing, which is no
 * error.
 */
final class SearchClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CONNECT_MILLIS = 1_000;
    private static final int ANSWER_MILLIS = 4_000;

    private static final RequestOptions OPTIONS =
            RequestOptions.DEFAULT.toBuilder()
                    .setRequestConfig(
                            RequestConfig.custom()
                                    .setConnectTimeout(CONNECT_MILLIS)
                                    .setConnectionRequestTimeout(CONNECT_MILLIS)
                                    .setSocketTimeout(ANSWER_MILLIS)
                                    .build())
                    .build();

    private final RestClient search;
    private final ConsoleMetrics metrics;

    SearchClient(RestClient search) {
        this(search, new ConsoleMetrics(Clock.systemUTC(), () -> 0));
    }

    /**
     * @param metrics are told how long each answer took
     */
    SearchClient(RestClient search, ConsoleMetrics metrics) {
        this.search = search;
        this.metrics = metrics;
    }

    /**
     * What an index answers.
     *
     * @throws IOException when Elasticsearch does not answer, or with an error
     */
    JsonNode ask(String index, String body) throws IOException {
        Request request = new Request("POST", "/" + index + "/_search");
        request.addParameter("ignore_unavailable", "true");
        request.setOptions(OPTIONS);
        request.setJsonEntity(body);
        long begun = System.nanoTime();
        boolean answered = false;
        try (InputStream answer = search.performRequest(request).getEntity().getContent()) {
            JsonNode found = JSON.readTree(answer);
            answered = true;
            return found;
        } finally {
            metrics.asked(index, answered, Duration.ofNanos(System.nanoTime() - begun));
        }
    }
}
