package io.throughline.local.demo;

import io.throughline.local.demo.wire.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts webhooks the way a provider does: signed, and again after a while for as long as the
 * receiver is away, busy or broken. A refusal is final.
 */
final class WebhookPoster {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookPoster.class);

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int TOO_MANY_REQUESTS = 429;

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(TIMEOUT)
                    .build();
    private final URI url;
    private final byte[] secret;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();

    WebhookPoster(URI url, byte[] secret) {
        this.url = url;
        this.secret = secret.clone();
    }

    /** Posts until it is accepted or refused. */
    void post(Webhook webhook) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(url)
                        .timeout(TIMEOUT)
                        .header("Content-Type", "application/json")
                        .header(Webhook.HEADER, webhook.signature(secret))
                        .POST(HttpRequest.BodyPublishers.ofByteArray(webhook.body()))
                        .build();
        Duration wait = FIRST_WAIT;
        while (!settled(request, webhook)) {
            Thread.sleep(wait.toMillis());
            Duration doubled = wait.multipliedBy(2);
            wait = doubled.compareTo(LONGEST_WAIT) < 0 ? doubled : LONGEST_WAIT;
        }
    }

    /** Webhooks answered with 2xx. */
    long accepted() {
        return accepted.get();
    }

    /** Webhooks answered with 4xx, which are not sent again. */
    long refused() {
        return refused.get();
    }

    private boolean settled(HttpRequest request, Webhook webhook) throws InterruptedException {
        int status;
        try {
            status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            LOG.debug("{} bytes not delivered: {}", webhook.body().length, e.toString());
            return false;
        }
        if (status / 100 == 2) {
            accepted.incrementAndGet();
            return true;
        }
        if (status / 100 == 4 && status != TOO_MANY_REQUESTS) {
            refused.incrementAndGet();
            return true;
        }
        LOG.debug("{} bytes not delivered: {}", webhook.body().length, status);
        return false;
    }
}
