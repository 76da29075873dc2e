package io.throughline.elasticsearch.bulk;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.elasticsearch.client.RestClient;

/**
 * Writes a batch of documents and returns when all are written, for commands that run without
 * Flink. What Elasticsearch holds in that version or a newer one stays.
 */
public final class BulkBatch {

    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 8;

    private final BulkClient client;

    /** Sends through that client, which stays the caller's. */
    public BulkBatch(RestClient client) {
        this.client = new BulkClient(client, DEADLINE);
    }

    /**
     * Writes the documents.
     *
     * @return how many changed something
     * @throws IOException when one cannot be written; those before it may be
     */
    public int write(List<DocumentWrite> documents) throws IOException {
        List<PendingWrite> left = documents.stream().map(PendingWrite::of).toList();
        int written = 0;
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            List<Verdict> verdicts = client.send(left).join();
            List<PendingWrite> again = new ArrayList<>();
            for (int i = 0; i < left.size(); i++) {
                Verdict verdict = verdicts.get(i);
                switch (verdict.outcome()) {
                    case WRITTEN -> written++;
                    case UNCHANGED -> {}
                    case RETRY -> again.add(left.get(i));
                    case REJECTED, FATAL -> throw failure(left.get(i), verdict);
                }
            }
            if (!again.isEmpty() && attempt == ATTEMPTS) {
                throw failure(again.get(0), verdicts.get(left.indexOf(again.get(0))));
            }
            left = again;
            if (!left.isEmpty()) {
                pause(attempt);
            }
        }
        return written;
    }

    private static BulkSinkException failure(PendingWrite write, Verdict verdict) {
        return new BulkSinkException(
                write.write() + " cannot be written to Elasticsearch: " + verdict.describe());
    }

    private static void pause(int attempt) throws IOException {
        try {
            Thread.sleep(Math.min(LONGEST_PAUSE.toMillis(), 100L << attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while Elasticsearch was asked again", e);
        }
    }
}
