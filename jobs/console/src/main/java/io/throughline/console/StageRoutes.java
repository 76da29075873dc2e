package io.throughline.console;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.throughline.console.StageQueries.Choice;
import java.time.Clock;
import java.time.Duration;

/** {@code GET /api/stages/ID?channel=&days=}: one stage over 1 to 90 days. */
final class StageRoutes {

    private static final int MOST_DAYS = 90;
    private static final int LONGEST_CHANNEL = 100;

    private final KeyedSource<Choice, StagePage> stages;

    StageRoutes(Clock clock, Duration freshFor) {
        this.stages = new KeyedSource<>(clock, freshFor);
    }

    void ready(StageQueries queries) {
        stages.ready(queries::ask);
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/stages/{id}", this::stage);
    }

    private void stage(Context context) {
        KeyedSource.Answer<StagePage> answer =
                stages.answer(new Choice(context.pathParam("id"), channel(context), days(context)));
        if (answer.absent()) {
            context.status(HttpStatus.NOT_FOUND);
        }
        context.header("Cache-Control", "no-store")
                .contentType("application/json; charset=utf-8")
                .result(
                        LiveJson.of(
                                stages.now(),
                                answer,
                                "There is no stage of that id in the journey map."));
    }

    private static String channel(Context context) {
        String channel = context.queryParam("channel");
        if (channel != null && channel.length() > LONGEST_CHANNEL) {
            throw RefusedException.badRequest("There is no such channel.");
        }
        return channel == null || channel.isBlank() ? null : channel;
    }

    private static int days(Context context) {
        String given = context.queryParam("days");
        if (given == null || given.isBlank()) {
            return Span.DAYS;
        }
        try {
            int days = Integer.parseInt(given);
            if (days >= 1 && days <= MOST_DAYS) {
                return days;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw RefusedException.badRequest("'days' is a number from 1 to " + MOST_DAYS + ".");
    }
}
