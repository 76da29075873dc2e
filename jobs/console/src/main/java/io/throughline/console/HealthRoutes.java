package io.throughline.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.throughline.json.JsonWriter;
import java.util.Optional;

/**
 * {@code GET /health}, whether the process is there, and {@code GET /ready}, whether somebody
 * should be sent to it.
 *
 * <p>It is ready from the first answer of Elasticsearch on, and stays so: a page that says that
 * Elasticsearch is away is more use than a page that is away, too.
 */
final class HealthRoutes {

    private final LiveSource live;

    HealthRoutes(LiveSource live) {
        this.live = live;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/health", context -> answer(context, "up", Optional.empty()));
        routes.get("/ready", this::ready);
    }

    private void ready(Context context) {
        Optional<String> problem = live.problem();
        if (live.everAnswered()) {
            answer(context, "ready", problem);
        } else {
            context.status(HttpStatus.SERVICE_UNAVAILABLE);
            answer(context, "waiting", problem);
        }
    }

    private static void answer(Context context, String status, Optional<String> problem) {
        context.header("Cache-Control", "no-store")
                .contentType("application/json; charset=utf-8")
                .result(
                        JsonWriter.object(
                                json ->
                                        json.text("status", status)
                                                .text("problem", problem.orElse(null))));
    }
}
