package io.throughline.elasticsearch.bulk;

import java.io.Serializable;
import java.time.Duration;

/**
 * How much the sink takes, holds and sends; sizes in bytes. See {@link BulkSinkBuilder} for why the
 * defaults are what they are.
 */
record BulkLimits(
        int maxBatchSize,
        int maxInFlightRequests,
        int maxBufferedWrites,
        int maxBatchBytes,
        int maxDocumentBytes,
        long maxOutstandingBytes,
        Duration flushInterval)
        implements Serializable {

    private static final long serialVersionUID = 1L;

    BulkLimits {
        require(maxBatchSize > 0, "maxBatchSize must be at least 1");
        require(maxInFlightRequests > 0, "maxInFlightRequests must be at least 1");
        require(
                maxBufferedWrites > maxBatchSize,
                "maxBufferedWrites must be larger than maxBatchSize");
        require(maxDocumentBytes > 0, "maxDocumentSize must be at least 1 byte");
        require(
                maxBatchBytes >= maxDocumentBytes,
                "maxBatchBytes must not be smaller than maxDocumentSize");
        require(
                maxOutstandingBytes >= maxBatchBytes,
                "maxOutstandingBytes must not be smaller than maxBatchBytes");
        require(flushInterval.toMillis() > 0, "flushInterval must be at least 1 ms");
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
