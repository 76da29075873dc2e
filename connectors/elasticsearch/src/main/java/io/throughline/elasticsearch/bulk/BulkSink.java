package io.throughline.elasticsearch.bulk;

import io.throughline.elasticsearch.ElasticsearchSettings;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.AsyncSinkBase;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * Writes documents to Elasticsearch at least once, which external versions turn into exactly the
 * newest. Failures are judged item by item: what may pass is sent again after a wait, what never
 * will goes to the {@link RejectedDocumentHandler}, and what nobody can mend here fails the job.
 * What was not yet written is part of the checkpoint, so checkpoints hold the text of documents.
 */
public final class BulkSink extends AsyncSinkBase<DocumentWrite, PendingWrite> {

    private static final long serialVersionUID = 1L;

    private final ElasticsearchSettings settings;
    private final RejectedDocumentHandler.Factory rejected;
    private final BulkLimits limits;
    private final Backoff backoff;

    BulkSink(
            ElasticsearchSettings settings,
            RejectedDocumentHandler.Factory rejected,
            BulkLimits limits,
            Backoff backoff) {
        super(
                (write, context) -> PendingWrite.of(write),
                limits.maxBatchSize(),
                limits.maxInFlightRequests(),
                limits.maxBufferedWrites(),
                limits.maxBatchBytes(),
                limits.flushInterval().toMillis(),
                limits.maxBatchBytes());
        this.settings = settings;
        this.rejected = rejected;
        this.limits = limits;
        this.backoff = backoff;
    }

    /** A sink on that Elasticsearch, which hands what is rejected to a handler. */
    public static BulkSinkBuilder builder(
            ElasticsearchSettings settings, RejectedDocumentHandler.Factory rejected) {
        return new BulkSinkBuilder(settings, rejected);
    }

    @Override
    public StatefulSinkWriter<DocumentWrite, BufferedRequestState<PendingWrite>> createWriter(
            WriterInitContext context) throws IOException {
        return restoreWriter(context, List.of());
    }

    @Override
    public StatefulSinkWriter<DocumentWrite, BufferedRequestState<PendingWrite>> restoreWriter(
            WriterInitContext context, Collection<BufferedRequestState<PendingWrite>> states)
            throws IOException {
        return BulkWriter.open(
                settings,
                rejected,
                limits,
                backoff,
                () -> ThreadLocalRandom.current().nextDouble(),
                context,
                states);
    }

    @Override
    public SimpleVersionedSerializer<BufferedRequestState<PendingWrite>>
            getWriterStateSerializer() {
        return new PendingWriteSerializer();
    }
}
