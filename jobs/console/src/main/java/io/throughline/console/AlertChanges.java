package io.throughline.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.throughline.alert.AlertCommand;
import io.throughline.journey.JourneyMap;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What people do to alerts from the page: each is a command on its way to the detectors, and the
 * answer says that it is on its way, not that it took effect, which the page sees by itself.
 */
final class AlertChanges {

    private static final Logger LOG = LoggerFactory.getLogger(AlertChanges.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_COMMENT = 1_000;
    private static final int MAX_HOURS = (int) Duration.ofDays(90).toHours();

    private final ChangeGuard guard;
    private final KeyedSource<String, AlertView> alerts;
    private final Clock clock;
    private volatile JourneyMap journey;
    private volatile Consumer<AlertCommand> commands;

    AlertChanges(ChangeGuard guard, KeyedSource<String, AlertView> alerts, Clock clock) {
        this.guard = guard;
        this.alerts = alerts;
        this.clock = clock;
    }

    void ready(JourneyMap map, Consumer<AlertCommand> to) {
        journey = map;
        commands = to;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/changes", this::who);
        routes.post("/api/alerts/{id}/acknowledge", this::acknowledge);
        routes.post("/api/alerts/{id}/accept", this::accept);
        routes.post("/api/alerts/{id}/claim", this::claim);
        routes.post("/api/silences", this::silence);
        routes.post("/api/silences/{id}/end", this::unsilence);
        routes.exception(
                RefusedException.class,
                (refusal, context) ->
                        answer(
                                context.status(refusal.status()),
                                Map.of("problem", refusal.getMessage())));
    }

    /** Whose token it is, so that the page can say so. */
    private void who(Context context) {
        Person person = guard.require(context, Role.EDITOR);
        answer(context, Map.of("by", person.name(), "role", person.role().id()));
    }

    private void acknowledge(Context context) {
        String by = guard.holder(context);
        String comment = comment(JsonBody.of(context));
        tell(context, AlertCommand.acknowledge(known(context), by, comment, clock.instant()));
    }

    private void accept(Context context) {
        String by = guard.holder(context);
        String comment = comment(JsonBody.of(context));
        tell(context, AlertCommand.accept(known(context), by, comment, clock.instant()));
    }

    private void claim(Context context) {
        String by = guard.holder(context);
        String comment = comment(JsonBody.of(context));
        if (comment == null) {
            throw RefusedException.badRequest("Say what was done.");
        }
        tell(context, AlertCommand.claim(known(context), by, comment, clock.instant()));
    }

    private void silence(Context context) {
        String by = guard.holder(context);
        JsonNode body = JsonBody.of(context);
        String stage = body.path("stage").asText();
        JourneyMap map = journey;
        if (map != null && map.stage(stage).isEmpty()) {
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST, "There is no stage of that id in the journey map.");
        }
        int hours = body.path("hours").asInt();
        if (hours < 1 || hours > MAX_HOURS) {
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST, "A silence lasts 1 to " + MAX_HOURS + " hours.");
        }
        Instant now = clock.instant();
        tell(
                context,
                AlertCommand.silence(
                        Map.of("stage", stage),
                        now.plus(Duration.ofHours(hours)),
                        by,
                        comment(body),
                        now));
    }

    private void unsilence(Context context) {
        String by = guard.holder(context);
        String comment = comment(JsonBody.of(context));
        tell(
                context,
                AlertCommand.unsilence(context.pathParam("id"), by, comment, clock.instant()));
    }

    private String known(Context context) {
        String id = context.pathParam("id");
        if (alerts.answer(id).absent()) {
            throw new RefusedException(HttpStatus.NOT_FOUND, "There is no alert of that id.");
        }
        return id;
    }

    private void tell(Context context, AlertCommand command) {
        Consumer<AlertCommand> to = commands;
        if (to == null) {
            throw new RefusedException(HttpStatus.SERVICE_UNAVAILABLE, "Throughline is starting.");
        }
        try {
            to.accept(command);
        } catch (RuntimeException e) {
            LOG.warn("A command of the live page cannot be written", e);
            throw new RefusedException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Kafka did not take it. Nothing was changed; try again.");
        }
        LOG.info("{} {} by {}", command.kind(), command.id(), command.by());
        answer(
                context.status(HttpStatus.ACCEPTED),
                Map.of(
                        "id", command.id(),
                        "by", command.by(),
                        "from", command.from().toString()));
    }

    private static String comment(JsonNode body) {
        String comment = body.path("comment").asText("").strip();
        if (comment.length() > MAX_COMMENT) {
            throw new RefusedException(
                    HttpStatus.BAD_REQUEST,
                    "A comment has at most " + MAX_COMMENT + " characters.");
        }
        return comment.isEmpty() ? null : comment;
    }

    private static void answer(Context context, Map<String, String> fields) {
        try {
            context.header("Cache-Control", "no-store")
                    .contentType("application/json; charset=utf-8")
                    .result(JSON.writeValueAsBytes(fields));
        } catch (JsonProcessingException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
