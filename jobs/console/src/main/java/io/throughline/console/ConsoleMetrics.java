package io.throughline.console;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import io.throughline.metrics.Count;
import io.throughline.metrics.Exposition;
import io.throughline.metrics.Meters;
import io.throughline.metrics.Times;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code GET /metrics}: the page's own figures, and those of others in the process. A label is a
 * route or an index of ours, never what a visitor wrote.
 */
final class ConsoleMetrics {

    /** From what a cache answers to the longest that a browser waits, in seconds. */
    private static final double[] BOUNDS = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5};

    private static final String FILES = "files";

    /** Asked by machines again and again: beside them the errors that people get would not show. */
    private static final Set<String> PROBES = Set.of("/health", "/ready", "/metrics");

    private final Meters meters = new Meters();
    private final Count requests;
    private final Times took;
    private final Times searches;
    private final AlertCounts alerts;
    private final List<Supplier<String>> beside = new CopyOnWriteArrayList<>();

    /**
     * @param listeners how many browsers are told of news now
     */
    ConsoleMetrics(Clock clock, IntSupplier listeners) {
        this.alerts = new AlertCounts(clock);
        requests =
                meters.count(
                                "console_requests_total",
                                "Answers by route and class of status.",
                                "route",
                                "status")
                        .expect(FILES, "5xx")
                        .expect("/api/live", "5xx");
        took =
                meters.times(
                        "console_request_seconds", "Time to an answer, by route.", BOUNDS, "route");
        searches =
                meters.times(
                        "console_search_seconds",
                        "Time that Elasticsearch took, by alias and whether it answered.",
                        BOUNDS,
                        "index",
                        "outcome");
        meters.gauge(
                "console_listeners",
                "Browsers that are told of news as they come.",
                listeners::getAsInt);
        meters.gauge(
                "console_up_to_date",
                "1 when the last question to Elasticsearch was answered, else 0.",
                alerts::answered);
        meters.gauges("console_alerts", "Alerts by state.", "state", alerts::byState);
    }

    void addTo(JavalinConfig config) {
        config.routes.get("/metrics", this::page);
        config.requestLogger.http(
                (context, millis) -> answered(context, Duration.ofNanos((long) (millis * 1e6))));
    }

    /** Elasticsearch can be asked how many alerts there are. */
    void ready(SearchClient search) {
        alerts.ready(search);
    }

    void beside(Supplier<String> more) {
        beside.add(more);
    }

    void asked(String index, boolean answered, Duration time) {
        searches.add(time, index, answered ? "answered" : "failed");
    }

    private void page(Context context) {
        context.header("Cache-Control", "no-store")
                .contentType(Exposition.CONTENT_TYPE)
                .result(
                        Stream.concat(Stream.of(meters.text()), beside.stream().map(Supplier::get))
                                .collect(Collectors.joining()));
    }

    private void answered(Context context, Duration time) {
        Endpoint endpoint = context.endpoints().matchedHttpEndpoint();
        String route = endpoint == null ? FILES : endpoint.path;
        if (PROBES.contains(route)) {
            return;
        }
        requests.add(route, context.statusCode() / 100 + "xx");
        took.add(time, route);
    }
}
