package io.throughline.local.pagebench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.document.FeedbackDocument;
import io.throughline.document.IndexTemplates;
import io.throughline.document.SignalDocument;
import io.throughline.elasticsearch.IndexSetup;
import io.throughline.model.StageSignal;
import io.throughline.model.TaggedFeedback;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongConsumer;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;

/** An Elasticsearch with so much feedback in it, and the roll-ups that go with it. */
final class FilledIndex {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int TOLD = 20_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RestClient client;

    FilledIndex(RestClient client) {
        this.client = client;
    }

    /** Documents that an alias holds; 0 when there is none. */
    long count(String alias) throws IOException {
        Request request = new Request("GET", "/" + alias + "/_count");
        request.addParameter("ignore_unavailable", "true");
        return ask(request).path("count").asLong();
    }

    /** Fills it, and lets it settle as one that has been running for a while. */
    void fill(MadeFeedback made, long number, LongConsumer progress) throws IOException {
        IndexSetup.ensure(client, IndexTemplates.all());
        try (BulkLoad load = new BulkLoad(client)) {
            SignalWindows windows = new SignalWindows(signal -> add(load, signal));
            for (long place = 0; place < number; place++) {
                TaggedFeedback tagged = made.at(place);
                add(load, tagged);
                windows.add(tagged);
                if (place % TOLD == 0) {
                    progress.accept(place);
                }
            }
            windows.end();
        }
        refresh();
    }

    /**
     * One more piece of feedback, in a minute of its own, searchable when this returns. Its hour
     * stays as it is; what matters is that what was answered before no longer holds.
     */
    void arrive(TaggedFeedback tagged) throws IOException {
        try (BulkLoad load = new BulkLoad(client)) {
            add(load, tagged);
            SignalWindows windows =
                    new SignalWindows(
                            signal -> {
                                if (signal.window().equals(MINUTE)) {
                                    add(load, signal);
                                }
                            });
            windows.add(tagged);
            windows.end();
        }
        refresh();
    }

    /** Has the server forget what it has answered before. */
    void forgetAnswers() throws IOException {
        JsonNode unused = ask(new Request("POST", "/_cache/clear"));
    }

    private void refresh() throws IOException {
        JsonNode unused = ask(new Request("POST", "/cx-*/_refresh"));
    }

    private static void add(BulkLoad load, TaggedFeedback tagged) {
        load.add(
                FeedbackDocument.index(tagged),
                FeedbackDocument.id(tagged),
                FeedbackDocument.version(tagged),
                FeedbackDocument.encode(tagged));
    }

    private static void add(BulkLoad load, StageSignal signal) {
        load.add(
                SignalDocument.index(signal),
                SignalDocument.id(signal),
                SignalDocument.version(signal),
                SignalDocument.encode(signal));
    }

    private JsonNode ask(Request request) throws IOException {
        try (InputStream in = client.performRequest(request).getEntity().getContent()) {
            return JSON.readTree(in);
        }
    }
}
