package io.throughline.elasticsearch.bulk;

import io.throughline.elasticsearch.ElasticsearchSettings;
import java.time.Duration;
import java.util.Objects;
import org.apache.flink.configuration.MemorySize;

/** Sets up a {@link BulkSink}; every limit holds for one subtask. */
public final class BulkSinkBuilder {

    private final ElasticsearchSettings settings;
    private final RejectedDocumentHandler.Factory rejected;
    private int maxBatchSize = 1000;
    private int maxInFlightRequests = 3;
    private int maxBufferedWrites = 10_000;
    private MemorySize maxBatchBytes = MemorySize.ofMebiBytes(5);
    private MemorySize maxDocumentSize = MemorySize.ofMebiBytes(4);
    private MemorySize maxOutstandingBytes = MemorySize.ofMebiBytes(64);
    private Duration flushInterval = Duration.ofMillis(500);

    BulkSinkBuilder(ElasticsearchSettings settings, RejectedDocumentHandler.Factory rejected) {
        this.settings = Objects.requireNonNull(settings, "settings");
        this.rejected = Objects.requireNonNull(rejected, "rejected");
    }

    /**
     * Most writes of a request; 1000 by default. Feedback is about 1 kB, and beyond some hundreds
     * of kB a larger request costs Elasticsearch no less per document.
     */
    public BulkSinkBuilder maxBatchSize(int writes) {
        maxBatchSize = writes;
        return this;
    }

    /**
     * Most requests under way; 3 by default: one being written, one being indexed, one being
     * answered. More only queue up in Elasticsearch, where overload is answered with 429.
     */
    public BulkSinkBuilder maxInFlightRequests(int requests) {
        maxInFlightRequests = requests;
        return this;
    }

    /**
     * Most writes that are collected for a request, and most that wait to be sent again, before the
     * stream is held back; 10 000 by default. Both are part of every checkpoint.
     */
    public BulkSinkBuilder maxBufferedWrites(int writes) {
        maxBufferedWrites = writes;
        return this;
    }

    /**
     * Most bytes of a request; 5 MiB by default, well under the 100 MiB that Elasticsearch takes
     * and the limits of common proxies, and enough that the cost of a request no longer shows.
     */
    public BulkSinkBuilder maxBatchBytes(MemorySize size) {
        maxBatchBytes = size;
        return this;
    }

    /**
     * Most bytes of a document with its action line; 4 MiB by default, a hundred times the longest
     * transcript. A larger one is rejected without being sent.
     */
    public BulkSinkBuilder maxDocumentSize(MemorySize size) {
        maxDocumentSize = size;
        return this;
    }

    /**
     * Most bytes in the writer, whether collected, under way or waiting, before the stream is held
     * back; 64 MiB by default, so that large documents cannot fill the heap while the number of
     * writes is still small.
     */
    public BulkSinkBuilder maxOutstandingBytes(MemorySize size) {
        maxOutstandingBytes = size;
        return this;
    }

    /**
     * Longest time that a write is collected for; 500 ms by default, half the refresh interval in
     * which Elasticsearch makes documents searchable.
     */
    public BulkSinkBuilder flushInterval(Duration interval) {
        flushInterval = interval;
        return this;
    }

    /**
     * The sink.
     *
     * @throws IllegalArgumentException when the limits contradict each other
     */
    public BulkSink build() {
        return new BulkSink(
                settings,
                rejected,
                new BulkLimits(
                        maxBatchSize,
                        maxInFlightRequests,
                        maxBufferedWrites,
                        Math.toIntExact(maxBatchBytes.getBytes()),
                        Math.toIntExact(maxDocumentSize.getBytes()),
                        maxOutstandingBytes.getBytes(),
                        flushInterval),
                Backoff.DEFAULT);
    }
}
