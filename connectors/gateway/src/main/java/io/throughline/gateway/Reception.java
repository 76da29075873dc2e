package io.throughline.gateway;

import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Tells requests apart by path and method. */
final class Reception extends Handler.Abstract {

    private static final String CHANNELS = "/channels/";
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final String JSON = "application/json";

    private final Intake intake;
    private final Channels channels;
    private final MetricsPage metrics;
    private final LongAdder elsewhere;
    private final KafkaReach kafka;

    Reception(
            Intake intake,
            Channels channels,
            MetricsPage metrics,
            LongAdder elsewhere,
            KafkaReach kafka) {
        this.intake = intake;
        this.channels = channels;
        this.metrics = metrics;
        this.elsewhere = elsewhere;
        this.kafka = kafka;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        if (path.startsWith(CHANNELS)) {
            Optional<Channels.Entry> channel = channels.find(path.substring(CHANNELS.length()));
            if (channel.isEmpty()) {
                nowhere(request, response, callback, NOT_FOUND);
            } else {
                channel(channel.get(), request, response, callback);
            }
            return true;
        }
        switch (path) {
            case "/health", "/ready", "/metrics" -> watch(path, request, response, callback);
            default -> nowhere(request, response, callback, NOT_FOUND);
        }
        return true;
    }

    private void channel(
            Channels.Entry channel, Request request, Response response, Callback callback) {
        switch (request.getMethod()) {
            case "POST" -> new Delivery(intake, channel, request, response, callback).start();
            case "OPTIONS" -> handshake(request, response, callback);
            default -> {
                channel.state().answered(NOT_ALLOWED);
                response.getHeaders().put(HttpHeader.ALLOW, "POST, OPTIONS");
                Answer.status(request, response, callback, NOT_ALLOWED);
            }
        }
    }

    /**
     * Consents to being posted to, which senders of CloudEvents ask for first (HTTP 1.1 Web Hooks
     * for Event Delivery, section 4). A signature is asked for at each post all the same.
     */
    private static void handshake(Request request, Response response, Callback callback) {
        response.getHeaders().put(HttpHeader.ALLOW, "POST, OPTIONS");
        String origin = request.getHeaders().get("WebHook-Request-Origin");
        if (origin != null) {
            response.getHeaders().put("WebHook-Allowed-Origin", origin);
            response.getHeaders().put("WebHook-Allowed-Rate", "*");
        }
        Answer.status(request, response, callback, 200);
    }

    private void watch(String path, Request request, Response response, Callback callback) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            nowhere(request, response, callback, NOT_ALLOWED);
            return;
        }
        switch (path) {
            case "/health" -> {
                String text = "{\"status\":\"up\",\"inFlight\":" + intake.places().taken() + "}";
                Answer.text(request, response, callback, JSON, text);
            }
            case "/ready" -> {
                boolean ready = kafka.once();
                response.setStatus(ready ? 200 : Refusal.UNAVAILABLE);
                String text =
                        ready
                                ? "{\"status\":\"ready\"}"
                                : "{\"status\":\"Kafka was not reached yet\"}";
                Answer.text(request, response, callback, JSON, text);
            }
            default ->
                    Answer.text(
                            request, response, callback, MetricsPage.CONTENT_TYPE, metrics.text());
        }
    }

    private void nowhere(Request request, Response response, Callback callback, int status) {
        elsewhere.increment();
        Answer.status(request, response, callback, status);
    }
}
