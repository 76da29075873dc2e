package io.throughline.local.pagebench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NByteArrayEntity;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;

/** Writes documents in large requests, two under way while the next is made. */
final class BulkLoad implements AutoCloseable {

    private static final int BYTES = 4 << 20;
    private static final int UNDER_WAY = 2;
    private static final ContentType NDJSON = ContentType.create("application/x-ndjson");

    private final RestClient client;
    private final ExecutorService senders = Executors.newFixedThreadPool(UNDER_WAY);
    private final Deque<CompletableFuture<Void>> sent = new ArrayDeque<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream(BYTES + (1 << 16));
    private long documents;

    BulkLoad(RestClient client) {
        this.client = client;
    }

    /** Adds a document. */
    void add(String index, String id, long version, byte[] document) {
        byte[] action =
                ("{\"index\":{\"_index\":\""
                                + index
                                + "\",\"_id\":\""
                                + id
                                + "\",\"version\":"
                                + version
                                + ",\"version_type\":\"external_gte\"}}\n")
                        .getBytes(StandardCharsets.UTF_8);
        body.writeBytes(action);
        body.writeBytes(document);
        body.write('\n');
        documents++;
        if (body.size() >= BYTES) {
            send();
        }
    }

    long documents() {
        return documents;
    }

    private void send() {
        byte[] request = body.toByteArray();
        body.reset();
        while (sent.size() >= UNDER_WAY) {
            sent.remove().join();
        }
        sent.add(CompletableFuture.runAsync(() -> post(request), senders));
    }

    private void post(byte[] bytes) {
        Request request = new Request("POST", "/_bulk");
        request.addParameter("filter_path", "errors,items.*.error.reason");
        request.setEntity(new NByteArrayEntity(bytes, NDJSON));
        try (InputStream in = client.performRequest(request).getEntity().getContent()) {
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            if (new ObjectMapper().readTree(answer).path("errors").asBoolean()) {
                throw new IllegalStateException(
                        "Elasticsearch refused: "
                                + answer.substring(0, Math.min(300, answer.length())));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends what is left and waits for all of it. */
    @Override
    public void close() {
        if (body.size() > 0) {
            send();
        }
        while (!sent.isEmpty()) {
            sent.remove().join();
        }
        senders.shutdown();
    }
}
