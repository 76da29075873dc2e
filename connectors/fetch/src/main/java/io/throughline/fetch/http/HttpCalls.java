package io.throughline.fetch.http;

import io.throughline.fetch.Interruptible;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Sends requests one after the other and waits for each, body included, for no longer than its
 * time; the time-out of Java's client ends with the headers. Waiting can be cut short.
 */
final class HttpCalls {

    private record Ended(long call, HttpResponse<?> response, Throwable failure) {}

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client;
    private final Interruptible<Ended> ended = new Interruptible<>();
    private long calls;

    HttpCalls(HttpClient.Redirect redirects) {
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(redirects)
                        .connectTimeout(CONNECT_TIMEOUT)
                        .build();
    }

    /** Sends a request and waits until its body handler is content. */
    <B> Answer<B> send(HttpRequest request, BodyHandler<B> handler, Duration timeout)
            throws InterruptedException {
        long call = ++calls;
        long deadline = System.nanoTime() + timeout.toNanos();
        CompletableFuture<HttpResponse<B>> future = client.sendAsync(request, handler);
        CompletableFuture<?> unused =
                future.whenComplete(
                        (response, failure) -> ended.put(new Ended(call, response, failure)));
        while (true) {
            Interruptible.Waited<Ended> waited =
                    ended.next(Duration.ofNanos(deadline - System.nanoTime()));
            if (waited.item().isEmpty()) {
                future.cancel(true);
                return waited.timedOut() ? new Answer.Failed<>("time-out") : new Answer.Woken<>();
            }
            Ended end = waited.item().get();
            if (end.call() == call) {
                return end.failure() == null
                        ? new Answer.Received<>(future.join())
                        : new Answer.Failed<>(kind(end.failure()));
            }
        }
    }

    private static String kind(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }

    void wakeUp() {
        ended.wakeUp();
    }
}
