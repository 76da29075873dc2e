package io.throughline.fetch.stream;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.definition.RequestLimits;
import io.throughline.channels.definition.StreamSpec.Protocol;
import io.throughline.fetch.Batch;
import io.throughline.fetch.ChannelFetcher;
import io.throughline.fetch.CursorChange;
import io.throughline.fetch.Failure;
import io.throughline.fetch.Fetched;
import io.throughline.fetch.HealthListener;
import io.throughline.fetch.Interruptible;
import io.throughline.fetch.auth.Authenticator;
import io.throughline.fetch.auth.Credentials;
import io.throughline.fetch.http.Answer;
import io.throughline.fetch.http.Asked;
import io.throughline.fetch.http.Backoff;
import io.throughline.fetch.http.HttpCalls;
import io.throughline.fetch.http.Statuses;
import io.throughline.fetch.http.Trouble;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Flow.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows a stream over connections that break. Each new connection says how far we were, and what
 * the server then repeats is handed on; what it does not repeat is gone, which no client can help.
 * A message that is not whole when its connection ends is dropped: it was not handed on, so the
 * server repeats it. A server that will not go on from where we were is followed from now on, and
 * the gap is counted: asking again would be refused for ever.
 */
public final class StreamFetcher implements ChannelFetcher {

    private static final Logger LOG = LoggerFactory.getLogger(StreamFetcher.class);

    /** An event source is to stop at it (WHATWG HTML, 9.2.3). */
    private static final int NO_CONTENT = 204;

    private final StreamPlan plan;
    private final StreamCursor cursor;
    private final Clock clock;
    private final HealthListener health;
    private final Trouble trouble;
    private final HttpCalls calls = new HttpCalls();
    private final Authenticator auth;
    private final StreamEnvelopes envelopes;
    private final Silence silence;
    private final Interruptible<Part> parts = new Interruptible<>();
    private Link link;
    private Decoder decoder;

    private StreamFetcher(
            StreamPlan plan,
            Map<String, String> cursor,
            Backoff backoff,
            Optional<Duration> patience,
            Clock clock,
            HealthListener health) {
        this.plan = plan;
        this.cursor = new StreamCursor(plan.spec().resume(), cursor);
        this.clock = clock;
        this.health = health;
        this.envelopes = new StreamEnvelopes(plan, this.cursor, clock);
        this.silence = new Silence(plan);
        this.trouble = new Trouble(plan.source(), backoff, patience, clock, health);
        this.auth = Authenticator.of(plan.spec().auth(), plan.request().values(), calls, clock);
    }

    /** A fetcher that ends when the server ends the stream or is quiet for long. */
    public static StreamFetcher bounded(
            StreamPlan plan,
            Map<String, String> cursor,
            Backoff backoff,
            Clock clock,
            HealthListener health) {
        return new StreamFetcher(
                plan, cursor, backoff, Optional.of(plan.patience()), clock, health);
    }

    /** A fetcher that never ends. */
    public static StreamFetcher unbounded(
            StreamPlan plan,
            Map<String, String> cursor,
            Backoff backoff,
            Clock clock,
            HealthListener health) {
        return new StreamFetcher(plan, cursor, backoff, Optional.empty(), clock, health);
    }

    /**
     * Makes sure that a channel can be streamed.
     *
     * @throws IllegalArgumentException when a reference has no value, or a value cannot be used;
     *     the message holds no value
     */
    public static void check(StreamPlan plan, Clock clock) {
        plan.request().check();
        Authenticator.of(plan.spec().auth(), plan.request().values(), new HttpCalls(), clock);
    }

    @Override
    public Batch fetch() throws InterruptedException {
        return link == null ? connect() : read();
    }

    private Batch connect() throws InterruptedException {
        if (cursor.tooOld(clock.instant())) {
            return gap("the last message is older than what the server keeps");
        }
        Credentials credentials = auth.credentials();
        if (credentials instanceof Credentials.Unavailable unavailable) {
            return refused(unavailable.kind(), unavailable.cause(), unavailable.retryAfter());
        }
        if (credentials instanceof Credentials.Ready ready) {
            return plan.spec().protocol() == Protocol.WEBSOCKET ? socket(ready) : response(ready);
        }
        return Batch.of(List.of());
    }

    private Batch socket(Credentials.Ready credentials) {
        Map<String, String> headers = new TreeMap<>(plan.request().resolvedHeaders());
        headers.putAll(credentials.headers());
        link =
                SocketLink.open(
                        calls.client(),
                        plan.request().uri(Asked.with(cursor.params())),
                        headers,
                        plan.request().resolved(plan.spec().subscribe()),
                        parts);
        begin();
        return Batch.of(List.of());
    }

    private void begin() {
        decoder = Decoder.of(plan.spec().protocol());
        silence.begin();
    }

    private Batch response(Credentials.Ready credentials) throws InterruptedException {
        HttpRequest.Builder request =
                plan.request().request(Asked.with(cursor.params()), plan.spec().heartbeat());
        credentials.headers().forEach(request::setHeader);
        if (plan.spec().protocol() == Protocol.SSE) {
            request.setHeader("Accept", "text/event-stream");
        }
        if (!cursor.lastEventId().isEmpty()) {
            request.setHeader("Last-Event-ID", cursor.lastEventId());
        }
        Answer<Publisher<List<ByteBuffer>>> answer =
                calls.send(request.build(), BodyHandlers.ofPublisher(), plan.spec().heartbeat());
        if (answer instanceof Answer.Received<Publisher<List<ByteBuffer>>> received) {
            return connected(received.response());
        }
        if (answer instanceof Answer.Failed<Publisher<List<ByteBuffer>>> failed) {
            return again(Failure.Kind.UNREACHABLE, failed.cause(), Optional.empty());
        }
        return Batch.of(List.of());
    }

    private Batch connected(HttpResponse<Publisher<List<ByteBuffer>>> response) {
        int status = response.statusCode();
        if (response.body() != null) {
            link = ResponseLink.open(response.body(), parts);
        }
        if (Statuses.success(status) && status != NO_CONTENT) {
            begin();
            health.succeeded();
            auth.accepted();
            return Batch.of(List.of());
        }
        disconnect();
        return refused(
                status, Statuses.retryAfter(response, RequestLimits.RETRY_AFTER, clock.instant()));
    }

    private Batch refused(int status, Optional<Duration> asked) {
        if (Statuses.unauthorized(status) && auth.refused()) {
            return Batch.of(List.of());
        }
        if (Statuses.notUnderstood(status) && cursor.resumes()) {
            return gap("status " + status);
        }
        return refused(Failure.kindOf(status), "status " + status, asked, status);
    }

    private Batch refused(Failure.Kind kind, String cause, Optional<Duration> asked) {
        return refused(kind, cause, asked, kind == Failure.Kind.REFUSED ? 401 : 0);
    }

    private Batch refused(Failure.Kind kind, String cause, Optional<Duration> asked, int status) {
        if (trouble.bounded() && status > 0 && !Statuses.passing(status)) {
            throw trouble.givenUp(origin(), cause);
        }
        return again(kind, cause, asked);
    }

    /** Gives up where we were, once: the next connection follows from now on. */
    private Batch gap(String cause) {
        disconnect();
        CursorChange[] changes = cursor.gap();
        LOG.warn(
                "Channel {}: cannot go on from where it was ({}), going on from now: gap number {}",
                plan.source(),
                cause,
                cursor.gaps());
        health.failed(
                new Failure(Failure.Kind.UNREADABLE, "a gap: the place is too old", Duration.ZERO));
        return Batch.of(List.of(Fetched.onlyCursor(changes)));
    }

    private Batch read() throws InterruptedException {
        Interruptible.Waited<Part> waited = parts.next(silence.patience(trouble.bounded()));
        if (waited.item().isEmpty()) {
            return waited.timedOut() ? silent() : Batch.of(List.of());
        }
        Part part = waited.item().get();
        if (part.link() != link) {
            return Batch.of(List.of());
        }
        if (part instanceof Part.Ended ended) {
            return ended(ended);
        }
        silence.anything();
        health.succeeded();
        return part instanceof Part.Opened ? opened() : messages(part);
    }

    private Batch opened() {
        auth.accepted();
        return Batch.of(List.of());
    }

    private Batch messages(Part part) {
        List<Message> messages = new ArrayList<>();
        if (part instanceof Part.Bytes bytes) {
            decoder.feed(bytes.bytes(), messages::add);
        } else if (part instanceof Part.Whole whole) {
            messages.add(whole.message());
        }
        link.more();
        List<Fetched> items = new ArrayList<>();
        String error = null;
        for (Message message : messages) {
            JsonNode content = envelopes.content(message);
            error = ErrorFrame.name(content).orElse(error);
            items.add(envelopes.fetched(message, content, origin()));
        }
        if (!items.isEmpty()) {
            silence.message();
        }
        if (error != null) {
            return error(error, items);
        }
        if (!items.isEmpty()) {
            trouble.over();
        }
        return Batch.of(items);
    }

    private Batch error(String name, List<Fetched> items) {
        disconnect();
        boolean place = ErrorFrame.isAboutThePlace(name) && cursor.resumes();
        Batch then =
                place
                        ? gap(name)
                        : again(Failure.Kind.SERVER, "an error frame, " + name, Optional.empty());
        List<Fetched> all = new ArrayList<>(items);
        all.addAll(then.items());
        return new Batch(all, then.pause(), false);
    }

    private Batch silent() {
        if (trouble.bounded() && silence.isQuiet()) {
            disconnect();
            return Batch.last(List.of());
        }
        if (!silence.isDead()) {
            link.ping();
            return Batch.of(List.of());
        }
        disconnect();
        return again(Failure.Kind.UNREACHABLE, "silence", Optional.empty());
    }

    private Batch ended(Part.Ended part) {
        Optional<Duration> asked = decoder.retry();
        disconnect();
        if (part.status() > 0) {
            return refused(part.status(), asked);
        }
        if (part.cause() == null && trouble.bounded()) {
            return Batch.last(List.of());
        }
        return again(
                Failure.Kind.UNREACHABLE,
                part.cause() == null ? "end of stream" : part.cause(),
                asked);
    }

    private Batch again(Failure.Kind kind, String cause, Optional<Duration> asked) {
        return trouble.again(origin(), kind, cause, asked);
    }

    private String origin() {
        return plan.request().origin(Asked.NOTHING);
    }

    private void disconnect() {
        if (link != null) {
            link.close();
            link = null;
        }
    }

    @Override
    public void wakeUp() {
        calls.wakeUp();
        parts.wakeUp();
    }

    @Override
    public void close() {
        disconnect();
    }
}
