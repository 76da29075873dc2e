package io.throughline.fetch.http;

import io.throughline.fetch.Interruptible;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Sends requests one after the other and waits for each, redirects and body included, for no longer
 * than its time; the time-out of Java's client ends with the headers. Waiting can be cut short.
 */
public final class HttpCalls {

    private record Ended(long call, HttpResponse<?> response, Throwable failure) {}

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final int MOST_REDIRECTS = 5;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(CONNECT_TIMEOUT)
                    .build();
    private final Interruptible<Ended> ended = new Interruptible<>();
    private long calls;

    /** The client, for what is no request. */
    public HttpClient client() {
        return client;
    }

    /**
     * Sends a request, follows redirects, and waits until the body handler is content. The body of
     * a redirect that is not followed is null.
     */
    public <B> Answer<B> send(HttpRequest request, BodyHandler<B> handler, Duration timeout)
            throws InterruptedException {
        long deadline = System.nanoTime() + timeout.toNanos();
        Answer<B> answer = once(request, handler, deadline);
        HttpRequest current = request;
        for (int hops = 0; hops < MOST_REDIRECTS; hops++) {
            if (!(answer instanceof Answer.Received<B> received)) {
                return answer;
            }
            Optional<HttpRequest> next = Redirects.next(current, received.response());
            if (next.isEmpty()) {
                return answer;
            }
            current = next.get();
            answer = once(current, handler, deadline);
        }
        return answer;
    }

    private <B> Answer<B> once(HttpRequest request, BodyHandler<B> handler, long deadline)
            throws InterruptedException {
        long call = ++calls;
        BodyHandler<B> unlessRedirected =
                info ->
                        Redirects.redirects(info.statusCode())
                                ? BodySubscribers.replacing(null)
                                : handler.apply(info);
        CompletableFuture<HttpResponse<B>> future = client.sendAsync(request, unlessRedirected);
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

    /** The kind of a failure, without the message, which could hold an address. */
    public static String kind(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }

    /** Ends the wait under way, or else the next. */
    public void wakeUp() {
        ended.wakeUp();
    }
}
