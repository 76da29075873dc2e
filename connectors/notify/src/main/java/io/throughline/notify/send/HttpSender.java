package io.throughline.notify.send;

import io.throughline.notify.address.AddressRefusedException;
import io.throughline.notify.address.AddressRules;
import io.throughline.notify.address.Resolver;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.RedirectProtocolHandler;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.StringRequestContent;
import org.eclipse.jetty.client.WWWAuthenticationProtocolHandler;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Posts to web services, and only to addresses that the rules permit.
 *
 * <p>A name is looked up once for a connection, and the connection is made to the very address that
 * was looked at: a second look-up could answer otherwise (DNS rebinding). Host header, SNI and
 * certificate check keep the name. Redirects are not followed, cookies not kept, proxies not used,
 * and of an answer only the beginning is read.
 */
public final class HttpSender implements AutoCloseable {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final int MOST_THREADS = 6;
    private static final int MOST_HEADER_BYTES = 16 * 1024;

    private final HttpClient client;
    private final Duration timeout;
    private final Clock clock;

    private HttpSender(HttpClient client, Duration timeout, Clock clock) {
        this.client = client;
        this.timeout = timeout;
        this.clock = clock;
    }

    /**
     * A sender.
     *
     * @param name of its threads
     * @param timeout from the look-up to the last byte of the answer
     */
    public static HttpSender start(
            String name, AddressRules rules, Resolver resolver, Duration timeout, Clock clock) {
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, 1);
        threads.setName(name);
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        GuardedConnector connector = new GuardedConnector(rules);
        connector.setSelectors(1);
        HttpClient client = new HttpClient(new HttpClientTransportOverHTTP(connector));
        client.setName(name);
        client.setExecutor(threads);
        client.setSocketAddressResolver(new GuardedResolver(rules, resolver, threads));
        client.setFollowRedirects(false);
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setConnectTimeout(CONNECT_TIMEOUT.toMillis());
        client.setIdleTimeout(timeout.toMillis());
        client.setMaxResponseHeadersSize(MOST_HEADER_BYTES);
        client.setUserAgentField(new HttpField(HttpHeader.USER_AGENT, "Throughline"));
        try {
            client.start();
            // What is packed could unpack to any size.
            client.getContentDecoderFactories().clear();
            // A 401 is the answer; nobody here has more to say for itself than the headers.
            client.getProtocolHandlers().remove(WWWAuthenticationProtocolHandler.NAME);
            client.getProtocolHandlers().remove(RedirectProtocolHandler.NAME);
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP client does not start", e);
        }
        return new HttpSender(client, timeout, clock);
    }

    /**
     * Posts JSON and waits for the answer.
     *
     * @param headers further ones
     */
    public Outcome post(URI url, Map<String, String> headers, String json)
            throws InterruptedException {
        AnswerStart answer = new AnswerStart();
        try {
            Request request =
                    client.newRequest(url)
                            .method(HttpMethod.POST)
                            .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                            .body(
                                    new StringRequestContent(
                                            "application/json", json, StandardCharsets.UTF_8));
            request.headers(fields -> headers.forEach(fields::put));
            request.send(answer);
            AnswerStart.Head head = answer.await(timeout.plus(CONNECT_TIMEOUT));
            return Statuses.of(
                    head.status(),
                    Optional.ofNullable(head.retryAfter()),
                    head.text(),
                    clock.instant());
        } catch (ExecutionException e) {
            return explain(e.getCause());
        } catch (TimeoutException e) {
            return Outcome.failed("no answer within " + timeout.toSeconds() + " s");
        }
    }

    private Outcome explain(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AddressRefusedException) {
                return Outcome.refused(cause.getMessage());
            }
            if (cause instanceof TimeoutException) {
                return Outcome.failed("no answer within " + timeout.toSeconds() + " s");
            }
            if (cause instanceof java.net.UnknownHostException) {
                return Outcome.failed("the name of the host is not known");
            }
            if (cause instanceof java.net.ConnectException) {
                return Outcome.failed(
                        "the connection was refused: nothing listens at the host and port of its"
                                + " url");
            }
            if (cause instanceof javax.net.ssl.SSLException) {
                return Outcome.failed(
                        "no TLS with the host: its certificate is not trusted, or it speaks http");
            }
        }
        // Messages of exceptions may hold the address.
        return Outcome.failed(failure.getClass().getSimpleName());
    }

    @Override
    public void close() {
        try {
            client.stop();
            ((QueuedThreadPool) client.getExecutor()).stop();
        } catch (Exception e) {
            throw new IllegalStateException("the HTTP client does not stop", e);
        }
    }
}
