package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.journey.JourneyMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.http.client.config.RequestConfig;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RequestOptions;
import org.elasticsearch.client.RestClient;

/**
 * Reads a view from Elasticsearch with five small searches. Indices that are not there yet hold
 * nothing, which is no error.
 */
final class LiveQueries {

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
    private final JourneyMap journey;

    LiveQueries(RestClient search, JourneyMap journey) {
        this.search = search;
        this.journey = journey;
    }

    /**
     * The view of now.
     *
     * @throws IOException when Elasticsearch does not answer, or with an error
     */
    LiveView ask() throws IOException {
        JsonNode newest = ask("cx-signals", Searches.newest(journey.journey()));
        Optional<Span> span = Span.read(newest);
        Signals signals =
                span.isEmpty()
                        ? Signals.none(journey)
                        : Signals.read(
                                journey,
                                span.get(),
                                ask("cx-signals", Searches.signals(journey.journey(), span.get())));
        Feedbacks feedback = Feedbacks.read(ask("cx-feedback", Searches.feedback()));
        return new LiveView(
                journey.journey(),
                journey.version(),
                span.map(Span::until).orElse(null),
                Span.DAYS,
                signals.stages(),
                signals.cells(),
                feedback.channels(),
                Healths.read(ask("cx-signals", Searches.health())),
                feedback.coverage(),
                Counts.deadLetters(ask("cx-dead-letters", Searches.deadLetters())),
                feedback.verbatims());
    }

    private JsonNode ask(String index, String body) throws IOException {
        Request request = new Request("POST", "/" + index + "/_search");
        request.addParameter("ignore_unavailable", "true");
        request.setOptions(OPTIONS);
        request.setJsonEntity(body);
        try (InputStream answer = search.performRequest(request).getEntity().getContent()) {
            return JSON.readTree(answer);
        }
    }
}
