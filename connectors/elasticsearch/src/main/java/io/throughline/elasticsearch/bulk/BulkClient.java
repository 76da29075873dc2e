package io.throughline.elasticsearch.bulk;

import io.throughline.elasticsearch.TransportFailures;
import io.throughline.elasticsearch.bulk.DocumentWrite.Action;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.http.HttpException;
import org.apache.http.entity.ContentType;
import org.apache.http.nio.entity.NByteArrayEntity;
import org.elasticsearch.client.Cancellable;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.Response;
import org.elasticsearch.client.ResponseException;
import org.elasticsearch.client.ResponseListener;
import org.elasticsearch.client.RestClient;

/**
 * Sends writes as bulk requests and comes back with one verdict for each, whatever happened to the
 * request. A request refused as a whole with 400 or 413 is halved until the write to blame stands
 * alone: Elasticsearch refuses a thousand good documents for one that it cannot frame or hold.
 */
final class BulkClient {

    private static final ContentType NDJSON = ContentType.create("application/x-ndjson");

    private final RestClient client;
    private final Duration deadline;

    /**
     * Sends through that client, which stays the caller's.
     *
     * @param deadline for one request as a whole
     */
    BulkClient(RestClient client, Duration deadline) {
        this.client = client;
        this.deadline = deadline;
    }

    /** One verdict per write, in their order; completes exceptionally only by a fault of ours. */
    CompletableFuture<List<Verdict>> send(List<PendingWrite> writes) {
        return post(writes)
                .handle((response, failure) -> judge(writes, response, failure))
                .thenCompose(verdicts -> verdicts);
    }

    private CompletableFuture<Response> post(List<PendingWrite> writes) {
        Request request = new Request("POST", "/_bulk");
        request.addParameter("filter_path", BulkReply.FILTER);
        request.setEntity(new NByteArrayEntity(body(writes), NDJSON));
        CompletableFuture<Response> reply = new CompletableFuture<>();
        Cancellable cancellable =
                client.performRequestAsync(
                        request,
                        new ResponseListener() {
                            @Override
                            public void onSuccess(Response response) {
                                reply.complete(response);
                            }

                            @Override
                            public void onFailure(Exception failure) {
                                reply.completeExceptionally(failure);
                            }
                        });
        return reply.orTimeout(deadline.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete(
                        (response, failure) -> {
                            if (failure instanceof TimeoutException) {
                                cancellable.cancel();
                            }
                        });
    }

    private static byte[] body(List<PendingWrite> writes) {
        int size = 0;
        for (PendingWrite write : writes) {
            size += write.size();
        }
        byte[] body = new byte[size];
        int position = 0;
        for (PendingWrite write : writes) {
            position = append(body, position, write.actionLine());
            if (write.write().action() == Action.INDEX) {
                position = append(body, position, write.write().document());
                body[position++] = '\n';
            }
        }
        return body;
    }

    private static int append(byte[] body, int position, byte[] part) {
        System.arraycopy(part, 0, body, position, part.length);
        return position + part.length;
    }

    private CompletableFuture<List<Verdict>> judge(
            List<PendingWrite> writes, Response response, Throwable failure) {
        if (failure == null) {
            return CompletableFuture.completedFuture(read(writes, response));
        }
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null
                        ? failure.getCause()
                        : failure;
        if (!(cause instanceof ResponseException refused)) {
            return all(writes, brokenConnection(cause));
        }
        int status = refused.getResponse().getStatusLine().getStatusCode();
        if (status != 400 && status != 413) {
            return all(writes, refusal(status, ErrorBody.read(refused.getResponse())));
        }
        if (writes.size() > 1) {
            return halve(writes);
        }
        ErrorBody error = ErrorBody.read(refused.getResponse());
        return all(writes, new Verdict(Outcome.REJECTED, status, error.type(), error.reason()));
    }

    private static List<Verdict> read(List<PendingWrite> writes, Response response) {
        try (InputStream in = response.getEntity().getContent()) {
            return BulkReply.read(in, writes);
        } catch (IOException | RuntimeException e) {
            return Collections.nCopies(
                    writes.size(), Verdict.broken("unreadable_reply", e.getClass().getName()));
        }
    }

    private CompletableFuture<List<Verdict>> halve(List<PendingWrite> writes) {
        int middle = writes.size() / 2;
        return send(writes.subList(0, middle))
                .thenCompose(
                        first ->
                                send(writes.subList(middle, writes.size()))
                                        .thenApply(second -> concatenate(first, second)));
    }

    private static List<Verdict> concatenate(List<Verdict> first, List<Verdict> second) {
        List<Verdict> both = new ArrayList<>(first.size() + second.size());
        both.addAll(first);
        both.addAll(second);
        return both;
    }

    /** Any status but a passing one means that this is not a bulk endpoint we may use. */
    private static Verdict refusal(int status, ErrorBody error) {
        Outcome outcome = Verdict.passes(status) ? Outcome.RETRY : Outcome.FATAL;
        return new Verdict(outcome, status, error.type(), error.reason());
    }

    private static Verdict brokenConnection(Throwable cause) {
        if (TransportFailures.isTls(cause)) {
            return new Verdict(Outcome.FATAL, 0, "tls_failure", cause.getMessage());
        }
        if (cause instanceof TimeoutException || cause instanceof CancellationException) {
            return Verdict.broken("request_timeout", null);
        }
        if (cause instanceof IOException || cause instanceof HttpException) {
            return Verdict.broken(cause.getClass().getName(), cause.getMessage());
        }
        return new Verdict(
                Outcome.FATAL, 0, cause.getClass().getName(), "the client can send nothing more");
    }

    private static CompletableFuture<List<Verdict>> all(
            List<PendingWrite> writes, Verdict verdict) {
        return CompletableFuture.completedFuture(Collections.nCopies(writes.size(), verdict));
    }
}
