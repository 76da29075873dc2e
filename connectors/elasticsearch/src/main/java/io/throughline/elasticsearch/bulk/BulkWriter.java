package io.throughline.elasticsearch.bulk;

import io.throughline.elasticsearch.ElasticsearchClients;
import io.throughline.elasticsearch.ElasticsearchSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import org.apache.flink.api.common.operators.MailboxExecutor;
import org.apache.flink.api.common.operators.ProcessingTimeService;
import org.apache.flink.api.connector.sink2.StatefulSinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.connector.base.sink.writer.BufferedRequestState;
import org.apache.flink.connector.base.sink.writer.RequestEntryWrapper;
import org.apache.flink.util.IOUtils;
import org.elasticsearch.client.RestClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subtask of the sink: admits writes, has them sent, and deals with what failed.
 *
 * <p>The hard thing is to wait. Flink's writer puts what failed at the head of its buffer and sends
 * it again at once, so a write that has to wait leaves that writer altogether: its request counts
 * as done, the write sits in a {@link WaitingRoom}, and a timer of the task hands it in again. A
 * checkpoint therefore never waits for Elasticsearch to recover; it takes along what waits.
 */
final class BulkWriter
        implements StatefulSinkWriter<DocumentWrite, BufferedRequestState<PendingWrite>> {

    private static final Logger LOG = LoggerFactory.getLogger(BulkWriter.class);

    private final BulkLimits limits;
    private final Backoff backoff;
    private final DoubleSupplier random;
    private final RestClient client;
    private final RejectedDocumentHandler rejected;
    private final MailboxExecutor mailbox;
    private final ProcessingTimeService time;
    private final BulkRequests requests;
    private final BulkMetrics metrics;
    private final RejectionBreaker breaker = new RejectionBreaker();
    private final WaitingRoom waiting = new WaitingRoom();
    private long outstandingBytes;
    private boolean releasing;

    private BulkWriter(
            BulkLimits limits,
            Backoff backoff,
            DoubleSupplier random,
            RestClient client,
            BulkClient bulk,
            RejectedDocumentHandler rejected,
            WriterInitContext context) {
        this.limits = limits;
        this.backoff = backoff;
        this.random = random;
        this.client = client;
        this.rejected = rejected;
        mailbox = context.getMailboxExecutor();
        time = context.getProcessingTimeService();
        metrics = new BulkMetrics(context.metricGroup());
        InFlightLimit inFlight =
                new InFlightLimit(limits.maxInFlightRequests(), metrics::requestsInFlight);
        requests = new BulkRequests(context, limits, inFlight, bulk, this::settle);
    }

    /**
     * Opens a writer with its own client and handler.
     *
     * @param random uniform in [0, 1), for the jitter of the waits
     */
    static BulkWriter open(
            ElasticsearchSettings settings,
            RejectedDocumentHandler.Factory factory,
            BulkLimits limits,
            Backoff backoff,
            DoubleSupplier random,
            WriterInitContext context,
            Collection<BufferedRequestState<PendingWrite>> states)
            throws IOException {
        RejectedDocumentHandler rejected = factory.open(context);
        RestClient client = null;
        try {
            client = ElasticsearchClients.open(settings);
            BulkClient bulk = new BulkClient(client, settings.requestTimeout());
            BulkWriter writer =
                    new BulkWriter(limits, backoff, random, client, bulk, rejected, context);
            writer.restore(states);
            return writer;
        } catch (RuntimeException e) {
            IOUtils.closeAllQuietly(client, rejected);
            throw e;
        }
    }

    /** What a checkpoint took along is due at once, and passes the same checks as a new write. */
    private void restore(Collection<BufferedRequestState<PendingWrite>> states) {
        for (BufferedRequestState<PendingWrite> state : states) {
            for (RequestEntryWrapper<PendingWrite> entry : state.getBufferedRequestEntries()) {
                keepUntil(entry.getRequestEntry(), time.getCurrentProcessingTime());
            }
        }
        if (!waiting.isEmpty()) {
            releaseAt(time.getCurrentProcessingTime());
        }
    }

    @Override
    public void write(DocumentWrite write, Context context)
            throws IOException, InterruptedException {
        while (waiting.size() >= limits.maxBufferedWrites()
                || outstandingBytes >= limits.maxOutstandingBytes()) {
            mailbox.yield();
        }
        admit(PendingWrite.of(write), context);
    }

    private void admit(PendingWrite write, Context context)
            throws IOException, InterruptedException {
        if (write.size() > limits.maxDocumentBytes()) {
            reject(
                    write,
                    new Verdict(
                            Outcome.REJECTED,
                            413,
                            RejectedDocumentHandler.TOO_LARGE,
                            write.size() + " bytes, at most " + limits.maxDocumentBytes()));
            return;
        }
        int idBytes = write.write().id().getBytes(StandardCharsets.UTF_8).length;
        if (idBytes == 0 || idBytes > DocumentWrite.MAX_ID_BYTES) {
            reject(
                    write,
                    new Verdict(
                            Outcome.REJECTED,
                            400,
                            RejectedDocumentHandler.INVALID_ID,
                            "the id has " + idBytes + " bytes, not 1 to 512"));
            return;
        }
        hold(write.size());
        requests.write(write, context);
    }

    private void settle(List<PendingWrite> writes, List<Verdict> verdicts) throws Exception {
        long now = time.getCurrentProcessingTime();
        stopIfHopeless(writes, verdicts, now);
        double draw = random.getAsDouble();
        TreeSet<Long> due = new TreeSet<>();
        for (int i = 0; i < writes.size(); i++) {
            PendingWrite write = writes.get(i);
            Verdict verdict = verdicts.get(i);
            hold(-write.size());
            if (verdict.outcome() == Outcome.RETRY) {
                PendingWrite failed = write.failedAt(now);
                long again = now + backoff.delay(failed.attempts(), draw);
                keepUntil(failed, again);
                due.add(again);
                metrics.count(write.write(), verdict, now);
            } else if (verdict.outcome() == Outcome.REJECTED) {
                reject(write, verdict);
            } else {
                metrics.count(write.write(), verdict, now);
            }
        }
        metrics.retrying(waiting.size(), waiting.failingSince());
        due.forEach(this::releaseAt);
        logRetries(writes, verdicts);
    }

    /** Before anything of the request is dealt with, as all of it will be sent again. */
    private void stopIfHopeless(List<PendingWrite> writes, List<Verdict> verdicts, long now)
            throws IOException {
        for (int i = 0; i < writes.size(); i++) {
            Verdict verdict = verdicts.get(i);
            PendingWrite write = writes.get(i);
            if (verdict.outcome() == Outcome.FATAL) {
                metrics.count(write.write(), verdict, now);
                throw new BulkSinkException(FatalReasons.explain(verdict));
            }
            if (verdict.outcome() == Outcome.RETRY
                    && write.attempts() > 0
                    && backoff.exhausted(write.failingSince(), now)) {
                throw new BulkSinkException(
                        "Elasticsearch has not taken "
                                + write.write()
                                + " for "
                                + (now - write.failingSince()) / 1000
                                + " s in "
                                + (write.attempts() + 1)
                                + " attempts, last with "
                                + verdict.describe());
            }
        }
        Optional<String> broken = breaker.record(verdicts, now);
        if (broken.isPresent()) {
            throw new BulkSinkException(broken.get());
        }
    }

    private void reject(PendingWrite write, Verdict verdict)
            throws IOException, InterruptedException {
        metrics.count(write.write(), verdict, time.getCurrentProcessingTime());
        rejected.reject(write.write(), verdict.status(), verdict.type(), verdict.reason());
    }

    private void keepUntil(PendingWrite write, long due) {
        hold(write.size());
        waiting.add(write, due);
    }

    private void releaseAt(long due) {
        time.registerTimer(due, now -> release());
    }

    /** Handing in a write may run other timers of this task meanwhile, hence the guard. */
    private void release() throws IOException, InterruptedException {
        if (releasing) {
            return;
        }
        releasing = true;
        try {
            PendingWrite next = waiting.poll(time.getCurrentProcessingTime());
            while (next != null) {
                hold(-next.size());
                admit(next, null);
                next = waiting.poll(time.getCurrentProcessingTime());
            }
        } finally {
            releasing = false;
        }
        metrics.retrying(waiting.size(), waiting.failingSince());
    }

    private void hold(long bytes) {
        outstandingBytes += bytes;
        metrics.outstanding(outstandingBytes);
    }

    private void logRetries(List<PendingWrite> writes, List<Verdict> verdicts) {
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i).outcome() == Outcome.RETRY) {
                LOG.warn(
                        "Elasticsearch did not take a bulk request of {} writes in full, first {}:"
                                + " {}; {} writes now wait for another try",
                        writes.size(),
                        writes.get(i),
                        verdicts.get(i).describe(),
                        waiting.size());
                return;
            }
        }
    }

    /**
     * Sends what is buffered and waits for the answers, before every checkpoint: so a checkpoint
     * says that what was read before it is in Elasticsearch. What waits to be sent again after a
     * failure is carried in the checkpoint instead, or an outage would stop all checkpoints.
     */
    @Override
    public void flush(boolean endOfInput) throws IOException, InterruptedException {
        requests.flush(true);
        while (endOfInput && !waiting.isEmpty()) {
            mailbox.yield();
            requests.flush(true);
        }
        rejected.flush();
    }

    @Override
    public List<BufferedRequestState<PendingWrite>> snapshotState(long checkpointId) {
        List<RequestEntryWrapper<PendingWrite>> writes = new ArrayList<>();
        for (BufferedRequestState<PendingWrite> state : requests.snapshotState(checkpointId)) {
            writes.addAll(state.getBufferedRequestEntries());
        }
        for (PendingWrite write : waiting.writes()) {
            writes.add(new RequestEntryWrapper<>(write, write.size()));
        }
        return List.of(new BufferedRequestState<>(writes));
    }

    @Override
    public void close() throws Exception {
        requests.close();
        IOUtils.closeAll(client, rejected);
    }
}
