package io.throughline.elasticsearch.bulk;

import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.AsyncSinkWriter;
import org.apache.flink.connector.base.sink.writer.ResultHandler;
import org.apache.flink.connector.base.sink.writer.config.AsyncSinkWriterConfiguration;

/**
 * Collects writes into requests and has their verdicts dealt with by the task's thread. Nothing is
 * ever put back into the buffer from here: Flink's writer would send it again at once.
 */
final class BulkRequests extends AsyncSinkWriter<PendingWrite, PendingWrite> {

    /** Deals with the verdicts of a request; called by the task's thread. */
    @FunctionalInterface
    interface Settlement {
        void settle(List<PendingWrite> writes, List<Verdict> verdicts) throws Exception;
    }

    /** Never reached: {@link BulkClient} ends every request long before. */
    private static final long FLINK_TIMEOUT_MS = Integer.MAX_VALUE;

    private final BulkClient client;
    private final MailboxExecutor mailbox;
    private final Settlement settlement;
    private volatile boolean closed;

    BulkRequests(
            WriterInitContext context,
            BulkLimits limits,
            InFlightLimit inFlight,
            BulkClient client,
            Settlement settlement) {
        super(
                (write, ignored) -> write,
                context,
                AsyncSinkWriterConfiguration.builder()
                        .setMaxBatchSize(limits.maxBatchSize())
                        .setMaxBatchSizeInBytes(limits.maxBatchBytes())
                        .setMaxInFlightRequests(limits.maxInFlightRequests())
                        .setMaxBufferedRequests(limits.maxBufferedWrites())
                        .setMaxTimeInBufferMS(limits.flushInterval().toMillis())
                        .setMaxRecordSizeInBytes(limits.maxBatchBytes())
                        .setRequestTimeoutMS(FLINK_TIMEOUT_MS)
                        .setFailOnTimeout(true)
                        .setRateLimitingStrategy(inFlight)
                        .build(),
                List.of());
        this.client = client;
        this.mailbox = context.getMailboxExecutor();
        this.settlement = settlement;
    }

    @Override
    protected void submitRequestEntries(
            List<PendingWrite> writes, ResultHandler<PendingWrite> result) {
        var unused =
                client.send(writes)
                        .whenComplete(
                                (verdicts, failure) ->
                                        inTaskThread(writes, verdicts, failure, result));
    }

    private void inTaskThread(
            List<PendingWrite> writes,
            List<Verdict> verdicts,
            Throwable failure,
            ResultHandler<PendingWrite> result) {
        try {
            mailbox.execute(
                    () -> {
                        if (closed) {
                            return;
                        }
                        if (failure != null) {
                            throw new IllegalStateException("the bulk request was lost", failure);
                        }
                        settlement.settle(writes, verdicts);
                        result.complete();
                    },
                    "settle a bulk request of %s writes",
                    writes.size());
        } catch (RejectedExecutionException e) {
            if (!closed) {
                throw e;
            }
        }
    }

    @Override
    protected long getSizeInBytes(PendingWrite write) {
        return write.size();
    }

    @Override
    public void close() {
        closed = true;
        super.close();
    }
}
