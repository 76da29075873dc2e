package io.throughline.console;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.console.LiveJson.Envelope;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code GET /api/events}: the live view, told when it changed. A servlet of its own, because only
 * the servlet API lets many slow browsers be written to without a thread for each.
 *
 * <p>Events are {@code live}, the envelope of {@code /api/live}, at most one a round, and {@code
 * still} with the time when nothing changed, by which a page knows that the line stands. Whoever
 * comes when the most listen already is told 503 and asks {@code /api/live} instead.
 */
final class LiveEvents extends HttpServlet implements AutoCloseable {

    static final String PATH = "/api/events";

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(LiveEvents.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SERVICE_UNAVAILABLE = 503;
    private static final String TRY_AGAIN_SECONDS = "60";

    private final transient LiveSource live;
    private final transient Guard guard;
    private final int most;
    private final transient Duration round;
    private final transient Duration beat;
    private final transient Set<EventListener> listeners = ConcurrentHashMap.newKeySet();
    private final transient ScheduledExecutorService clock =
            Executors.newScheduledThreadPool(
                    2,
                    task -> {
                        Thread thread = new Thread(task, "console-events");
                        thread.setDaemon(true);
                        return thread;
                    });
    private transient ScheduledFuture<?> rounds;
    private transient ScheduledFuture<?> beats;
    private transient volatile Envelope told;

    /**
     * Tells nobody yet.
     *
     * @param most listeners at a time
     * @param round how often it is looked whether the view changed
     * @param beat how often a sign of life is sent
     */
    LiveEvents(LiveSource live, Guard guard, int most, Duration round, Duration beat) {
        this.live = live;
        this.guard = guard;
        this.most = most;
        this.round = round;
        this.beat = beat;
    }

    /** How many listen now. */
    int listening() {
        return listeners.size();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!guard.lets(request, response)) {
            return;
        }
        response.setHeader("Cache-Control", "no-store, no-transform");
        if (listeners.size() >= most) {
            refuse(response);
            return;
        }
        response.setContentType("text/event-stream; charset=utf-8");
        // Proxies that collect an answer before they pass it on would collect this one for ever.
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext async = request.startAsync();
        async.setTimeout(0);
        EventListener listener = EventListener.start(async, this::gone);
        listeners.add(listener);
        listen();
        Envelope now = live.envelope();
        listener.offer(event("live", LiveJson.write(now)));
    }

    private static void refuse(HttpServletResponse response) throws IOException {
        response.setStatus(SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", TRY_AGAIN_SECONDS);
        response.setContentType("application/json; charset=utf-8");
        response.getOutputStream()
                .write(
                        JSON.writeValueAsBytes(
                                Map.of(
                                        "problem",
                                        "As many pages listen as may. This one asks every few"
                                                + " seconds instead.")));
    }

    /** Nobody is asked while nobody listens. */
    private synchronized void listen() {
        if (rounds == null && !clock.isShutdown()) {
            rounds =
                    clock.scheduleWithFixedDelay(
                            this::tell, round.toMillis(), round.toMillis(), TimeUnit.MILLISECONDS);
            beats =
                    clock.scheduleWithFixedDelay(
                            this::beat, beat.toMillis(), beat.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void gone(EventListener listener) {
        listeners.remove(listener);
        if (listeners.isEmpty() && rounds != null) {
            rounds.cancel(false);
            beats.cancel(false);
            rounds = null;
            beats = null;
        }
    }

    private void tell() {
        try {
            Envelope now = live.envelope();
            if (told == null || !told.saysTheSame(now)) {
                byte[] event = event("live", LiveJson.write(now));
                told = now;
                listeners.forEach(listener -> listener.offer(event));
            }
        } catch (RuntimeException e) {
            LOG.warn("The live view cannot be told", e);
        }
    }

    private void beat() {
        try {
            byte[] sign = event("still", LiveJson.write(live.still()));
            listeners.forEach(listener -> listener.beat(sign));
        } catch (RuntimeException e) {
            LOG.warn("The live page cannot say that it is there", e);
        }
    }

    private static byte[] event(String name, byte[] json) {
        return ("event: " + name + "\ndata: " + new String(json, StandardCharsets.UTF_8) + "\n\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Ends all of them; their browsers try again by themselves. */
    @Override
    public void close() {
        clock.shutdownNow();
        Set.copyOf(listeners).forEach(EventListener::close);
    }
}
