package io.throughline.gateway;

import io.throughline.channels.signature.Proof;
import io.throughline.channels.signature.PushRequest;
import io.throughline.kafka.RecordTooLargeException;
import io.throughline.model.RawEnvelope;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One {@code POST} from its first byte to its answer.
 *
 * <p>The order is what keeps strangers cheap: a place is taken before a byte is read, the limits
 * hold while reading and while inflating, the signature is checked over the raw bytes before
 * anything looks into them, and nothing is answered 2xx before Kafka has it. A slow sender holds a
 * place and no thread. The place is given back only when Kafka has answered, even if the sender was
 * told 503 meanwhile.
 */
final class Delivery implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);

    private static final int OK = 200;
    private static final int ACCEPTED = 202;
    private static final int FAULT = 500;

    private final Intake intake;
    private final Channels.Entry channel;
    private final Request request;
    private final Response response;
    private final Callback callback;
    private final long startedAt = System.nanoTime();
    private ContentCoding coding;
    private Places.Place place;
    private BodyBuffer body;

    Delivery(
            Intake intake,
            Channels.Entry channel,
            Request request,
            Response response,
            Callback callback) {
        this.intake = intake;
        this.channel = channel;
        this.request = request;
        this.response = response;
        this.callback = callback;
    }

    /** Takes a place and begins to read. */
    void start() {
        guarded(
                () -> {
                    coding =
                            ContentCoding.of(
                                    request.getHeaders()
                                            .getValuesList(HttpHeader.CONTENT_ENCODING));
                    long length = request.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH);
                    int most = intake.settings().maxBodyBytes();
                    if (length > most) {
                        throw new Refusal(Refusal.TOO_LARGE);
                    }
                    place =
                            intake.places()
                                    .take(Math.max(length, 0))
                                    .orElseThrow(() -> new Refusal(Refusal.TOO_MANY));
                    body = new BodyBuffer(place, most, length);
                    read();
                });
    }

    /** Called when more of the body is there. */
    @Override
    public void run() {
        guarded(this::read);
    }

    private void read() throws Refusal {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            if (Content.Chunk.isFailure(chunk)) {
                throw new Refusal(status(chunk.getFailure()));
            }
            boolean last = chunk.isLast();
            try {
                body.add(chunk.getByteBuffer());
            } finally {
                chunk.release();
            }
            if (last) {
                received();
                return;
            }
        }
    }

    private static int status(Throwable failure) {
        if (failure instanceof HttpException http) {
            return http.getCode();
        }
        return failure instanceof TimeoutException ? Refusal.TIMED_OUT : Refusal.BAD_REQUEST;
    }

    /**
     * Providers that compress sign either what goes over the wire or what it stands for, and seldom
     * say which; both prove the same content under the same key.
     */
    private void received() throws Refusal {
        Instant now = intake.clock().instant();
        byte[] wire = body.toArray();
        body = null;
        PushRequest sent = sent(wire);
        Optional<Proof> proof = channel.channel().signature().verify(sent, now);
        byte[] decoded = coding.decode(wire, intake.settings().maxBodyBytes(), place);
        if (proof.isEmpty() && coding != ContentCoding.IDENTITY) {
            proof = channel.channel().signature().verify(sent.withBody(decoded), now);
        }
        if (proof.isEmpty()) {
            throw new Refusal(Refusal.UNAUTHORIZED);
        }
        if (intake.replays().has(channel.channel().id(), proof.get())) {
            channel.state().replayed();
            throw new Refusal(OK);
        }
        publish(envelope(sent, now, decoded), proof.get());
    }

    private void publish(RawEnvelope envelope, Proof proof) throws Refusal {
        if (!intake.publishers().tryAcquire()) {
            throw new Refusal(Refusal.TOO_MANY);
        }
        CompletableFuture<Void> acknowledged;
        try {
            acknowledged = intake.publisher().publish(envelope);
        } finally {
            intake.publishers().release();
        }
        int size = envelope.payload().length;
        Places.Place held = place;
        place = null;
        CompletableFuture<Void> counted =
                acknowledged.whenComplete(
                        (done, failure) -> {
                            held.close();
                            if (failure == null) {
                                written(proof, size);
                            }
                        });
        // A copy: what has timed out runs no action any more, and the place must be given back.
        CompletableFuture<Void> unused =
                counted.copy()
                        .orTimeout(
                                intake.settings().acknowledgeTimeout().toMillis(),
                                TimeUnit.MILLISECONDS)
                        .whenComplete((done, failure) -> answer(outcome(failure, size)));
    }

    private void written(Proof proof, int size) {
        Instant now = intake.clock().instant();
        channel.state().accepted(now, size, Duration.ofNanos(System.nanoTime() - startedAt));
        intake.replays().written(channel.channel().id(), proof, now);
    }

    private int outcome(Throwable failure, int size) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause == null) {
            return ACCEPTED;
        }
        if (cause instanceof RecordTooLargeException) {
            return Refusal.TOO_LARGE;
        }
        if (intake.pace().now()) {
            LOG.warn(
                    "Channel {}: {} bytes not acknowledged by Kafka ({}); the sender is asked to come"
                            + " back",
                    channel.channel().id(),
                    size,
                    cause instanceof TimeoutException ? "no answer in time" : cause.getMessage());
        }
        return Refusal.UNAVAILABLE;
    }

    private PushRequest sent(byte[] wire) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (HttpField field : request.getHeaders()) {
            headers.merge(
                    field.getLowerCaseName(),
                    List.of(field.getValue() == null ? "" : field.getValue()),
                    (some, more) -> {
                        List<String> all = new java.util.ArrayList<>(some);
                        all.addAll(more);
                        return all;
                    });
        }
        return new PushRequest(request.getHttpURI().asString(), headers, wire);
    }

    private RawEnvelope envelope(PushRequest sent, Instant now, byte[] payload) {
        Map<String, String> carried = new TreeMap<>();
        sent.headers()
                .forEach(
                        (name, values) -> {
                            if (channel.channel().carries(name)) {
                                carried.put(name, String.join(", ", values));
                            }
                        });
        String id = channel.channel().id();
        return new RawEnvelope(
                id, now, now, "observed", "gateway:/channels/" + id, 0, carried, -1, payload);
    }

    /** Runs a step; whatever it throws becomes an answer, and what is unexpected is named only. */
    private void guarded(Step step) {
        try {
            step.run();
        } catch (Refusal e) {
            end(e.status());
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "Channel {}: a request could not be handled ({})",
                    channel.channel().id(),
                    e.getClass().getName());
            end(FAULT);
        }
    }

    private void end(int status) {
        if (place != null) {
            place.close();
        }
        answer(status);
    }

    private void answer(int status) {
        channel.state().answered(status);
        Answer.status(request, response, callback, status);
    }

    /** A part of the way. */
    @FunctionalInterface
    private interface Step {
        void run() throws Refusal;
    }
}
