package io.throughline.gateway;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.throughline.channels.signature.PushRequest;
import io.throughline.kafka.RawPublisher;
import io.throughline.kafka.RecordTooLargeException;
import io.throughline.model.RawEnvelope;
import java.io.IOException;
import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one request from its first byte to its answer.
 *
 * <p>The order is what keeps strangers cheap: a place is taken before a byte is read, the limit
 * holds while reading, the signature is checked over the raw bytes before anything looks into them,
 * and nothing is answered 2xx before Kafka has it. A place is given back only when Kafka has
 * answered, even if the sender was told 503 meanwhile: a broker that hangs fills the places and not
 * the memory.
 */
final class Reception {

    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private static final String RETRY_AFTER_SECONDS = "5";

    private final GatewaySettings settings;
    private final Map<String, PushChannel> channels;
    private final RawPublisher publisher;
    private final Clock clock;
    private final Semaphore places;

    Reception(
            GatewaySettings settings,
            Collection<PushChannel> channels,
            RawPublisher publisher,
            Clock clock) {
        this.settings = settings;
        this.channels =
                channels.stream().collect(Collectors.toMap(PushChannel::id, Function.identity()));
        this.publisher = publisher;
        this.clock = clock;
        this.places = new Semaphore(settings.maxInFlight());
    }

    void health(Context request) {
        int inFlight = settings.maxInFlight() - places.availablePermits();
        request.contentType("application/json")
                .result("{\"status\":\"up\",\"inFlight\":" + inFlight + "}");
    }

    void receive(Context request) {
        PushChannel channel = channels.get(request.pathParam("id"));
        if (channel == null) {
            request.status(HttpStatus.NOT_FOUND);
        } else if (!places.tryAcquire()) {
            again(request, HttpStatus.TOO_MANY_REQUESTS);
        } else {
            boolean sent = false;
            try {
                sent = take(request, channel);
            } finally {
                if (!sent) {
                    places.release();
                }
            }
        }
    }

    /** Whether the body went to the publisher, which then gives the place back. */
    private boolean take(Context request, PushChannel channel) {
        byte[] body;
        try {
            body = authenticated(request, channel);
        } catch (BodyTooLargeException e) {
            refuse(request, channel, HttpStatus.CONTENT_TOO_LARGE);
            return false;
        } catch (IOException e) {
            refuse(request, channel, HttpStatus.BAD_REQUEST);
            return false;
        }
        if (body == null) {
            refuse(request, channel, HttpStatus.UNAUTHORIZED);
            return false;
        }
        CompletableFuture<Void> acknowledged = publisher.publish(envelope(request, channel, body));
        CompletableFuture<Void> unused =
                acknowledged.whenComplete((done, failure) -> places.release());
        request.future(
                () ->
                        acknowledged
                                .copy()
                                .orTimeout(
                                        settings.acknowledgeTimeout().toMillis(),
                                        TimeUnit.MILLISECONDS)
                                .handle(
                                        (done, failure) -> {
                                            answer(request, channel, body.length, failure);
                                            return null;
                                        }));
        return true;
    }

    /**
     * The decoded body, or null when its signature is missing or wrong. Providers sign either what
     * goes over the wire or what it stands for; both prove the same bytes.
     */
    private byte[] authenticated(Context request, PushChannel channel) throws IOException {
        byte[] wire = Bodies.read(request.req().getInputStream(), settings.maxBodyBytes());
        PushRequest sent = sent(request, wire);
        boolean accepted = channel.signature().verify(sent, clock.instant()).isPresent();
        String encoding = request.header("Content-Encoding");
        if (encoding == null || encoding.isBlank() || encoding.equalsIgnoreCase("identity")) {
            return accepted ? wire : null;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw new IOException("unknown content encoding");
        }
        byte[] body = Bodies.gunzip(wire, settings.maxBodyBytes());
        return accepted
                        || channel.signature()
                                .verify(sent.withBody(body), clock.instant())
                                .isPresent()
                ? body
                : null;
    }

    private static PushRequest sent(Context request, byte[] body) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String name : Collections.list(request.req().getHeaderNames())) {
            headers.put(name, Collections.list(request.req().getHeaders(name)));
        }
        return new PushRequest(request.fullUrl(), headers, body);
    }

    private RawEnvelope envelope(Context request, PushChannel channel, byte[] body) {
        String contentType = request.header("Content-Type");
        return new RawEnvelope(
                channel.id(),
                clock.instant(),
                null,
                null,
                "gateway:/channels/" + channel.id(),
                0,
                contentType == null ? Map.of() : Map.of("content-type", contentType),
                -1,
                body);
    }

    private static void answer(Context request, PushChannel channel, int bytes, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause == null) {
            request.status(HttpStatus.ACCEPTED);
        } else if (cause instanceof RecordTooLargeException) {
            refuse(request, channel, HttpStatus.CONTENT_TOO_LARGE);
        } else {
            LOG.warn(
                    "Channel {}: {} bytes not acknowledged by Kafka: {}",
                    channel.id(),
                    bytes,
                    cause.toString());
            again(request, HttpStatus.SERVICE_UNAVAILABLE);
        }
    }

    private static void refuse(Context request, PushChannel channel, HttpStatus status) {
        LOG.debug("Channel {}: refused with {}", channel.id(), status.getCode());
        request.status(status);
    }

    private static void again(Context request, HttpStatus status) {
        request.status(status).header("Retry-After", RETRY_AFTER_SECONDS);
    }
}
