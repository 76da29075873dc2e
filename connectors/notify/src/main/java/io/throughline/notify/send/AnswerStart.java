package io.throughline.notify.send;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.http.HttpHeader;

/** Keeps status and beginning of an answer; what is beyond is read and let go. */
final class AnswerStart implements Response.Listener {

    private static final int KEPT_BYTES = 512;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private final CompletableFuture<Head> head = new CompletableFuture<>();

    /**
     * @param retryAfter as it was sent; null when it was not
     */
    record Head(int status, String retryAfter, String text) {}

    @Override
    public void onContent(Response response, ByteBuffer content) {
        byte[] part = new byte[Math.min(content.remaining(), KEPT_BYTES - kept.size())];
        content.get(part);
        kept.write(part, 0, part.length);
    }

    @Override
    public void onComplete(Result result) {
        Response response = result.getResponse();
        // A receiver may answer before it has read all, and close; its word counts.
        boolean answered = response != null && response.getStatus() > 0;
        if (answered && result.getResponseFailure() == null) {
            head.complete(
                    new Head(
                            response.getStatus(),
                            response.getHeaders().get(HttpHeader.RETRY_AFTER),
                            kept.toString(StandardCharsets.UTF_8)));
        } else {
            head.completeExceptionally(result.getFailure());
        }
    }

    Head await(Duration longest) throws InterruptedException, ExecutionException, TimeoutException {
        return head.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    }
}
