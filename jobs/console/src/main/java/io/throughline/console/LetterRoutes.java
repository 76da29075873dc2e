package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.throughline.model.FailureReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Dead letters: how many, why, where; and their replay, which takes an admin. Never their bytes.
 */
final class LetterRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(LetterRoutes.class);
    private static final int MOST_IDS = 200;

    /** Elasticsearch pages no deeper by {@code from}. */
    private static final int DEEPEST = 9_000;

    private final StoredView stored;
    private final ChangeGuard guard;
    private volatile Optional<ReplayDesk> desk = Optional.empty();

    LetterRoutes(StoredView stored, ChangeGuard guard) {
        this.stored = stored;
        this.guard = guard;
    }

    void ready(Optional<ReplayDesk> replays) {
        desk = replays;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/dead-letters", this::list);
        routes.post("/api/dead-letters/replay", this::replay);
    }

    private void list(Context context) {
        String source = StoredView.parameter(context, "channel");
        String reason = StoredView.parameter(context, "reason");
        String outcome = StoredView.parameter(context, "outcome");
        int from = Math.min(DEEPEST, Math.max(0, whole(context.queryParam("from"))));
        JsonNode answer =
                stored.ask(
                        LetterSearches.INDEX, LetterSearches.list(source, reason, outcome, from));
        JsonNode fitting = answer.path("aggregations").path("fitting");
        List<JsonNode> letters = new ArrayList<>();
        answer.path("hits").path("hits").forEach(hit -> letters.add(hit.path("_source")));
        long step = step(fitting);
        LiveJson.send(
                context,
                new Letters(
                        desk.isPresent(),
                        fitting.path("doc_count").asLong(),
                        fitting.path("open").path("doc_count").asLong(),
                        counts(StoredView.buckets(answer, "reasons")),
                        counts(StoredView.buckets(answer, "sources")),
                        step,
                        step == 0 ? List.of() : times(source, reason, outcome, step),
                        from,
                        letters));
    }

    private static int whole(String text) {
        return text != null && text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
    }

    /** Seconds of a column, so that there are few; whole hours. 0 when there is nothing. */
    private static long step(JsonNode fitting) {
        if (fitting.path("doc_count").asLong() == 0) {
            return 0;
        }
        double millis =
                fitting.path("last").path("value").asDouble()
                        - fitting.path("first").path("value").asDouble();
        long hours = (long) Math.ceil(millis / 3_600_000 / LetterSearches.COLUMNS);
        return Math.max(1, hours) * 3_600;
    }

    private List<Column> times(String source, String reason, String outcome, long step) {
        List<Column> columns = new ArrayList<>();
        JsonNode answer =
                stored.ask(
                        LetterSearches.INDEX,
                        LetterSearches.overTime(source, reason, outcome, step));
        for (JsonNode bucket : StoredView.buckets(answer, "times")) {
            columns.add(
                    new Column(
                            bucket.path("key").asLong(),
                            bucket.path("doc_count").asLong(),
                            reasons(bucket)));
        }
        return columns;
    }

    private static List<Count> counts(JsonNode buckets) {
        List<Count> counts = new ArrayList<>();
        for (JsonNode bucket : buckets) {
            counts.add(
                    new Count(
                            bucket.path("key").asText(),
                            bucket.path("doc_count").asLong(),
                            bucket.path("open").path("doc_count").asLong(),
                            reasons(bucket)));
        }
        return counts;
    }

    private static Map<String, Long> reasons(JsonNode bucket) {
        Map<String, Long> reasons = new TreeMap<>();
        for (JsonNode reason : bucket.path("reasons").path("buckets")) {
            reasons.put(reason.path("key").asText(), reason.path("doc_count").asLong());
        }
        return reasons;
    }

    private void replay(Context context) {
        Person person = guard.require(context, Role.ADMIN);
        ReplaySelection selection = selection(JsonBody.of(context));
        ReplayDesk to =
                desk.orElseThrow(
                        () ->
                                new RefusedException(
                                        HttpStatus.SERVICE_UNAVAILABLE,
                                        "This page cannot replay yet, or at all: use ./throughline"
                                                + " replay."));
        long sent;
        try {
            sent = to.replay(selection, person.name());
        } catch (RuntimeException e) {
            LOG.warn("Dead letters cannot be replayed", e);
            throw new RefusedException(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "Kafka or Elasticsearch did not take all of them. What was sent shows below;"
                            + " asking again sends the rest.");
        }
        Audit.did(person, "replayed dead letters:", sent + " of " + selection);
        context.status(HttpStatus.ACCEPTED);
        LiveJson.send(context, new Sent(sent));
    }

    private static ReplaySelection selection(JsonNode body) {
        List<String> ids = new ArrayList<>();
        body.path("ids").forEach(id -> ids.add(id.asText()));
        if (ids.size() > MOST_IDS || ids.stream().anyMatch(id -> !id.matches("[0-9a-f]{64}"))) {
            throw RefusedException.badRequest(
                    "'ids' are ids of dead letters, " + MOST_IDS + " at most.");
        }
        Optional<String> reason = text(body, "reason");
        if (reason.isPresent()
                && Arrays.stream(FailureReason.values())
                        .noneMatch(one -> one.name().equals(reason.get()))) {
            throw RefusedException.badRequest("There is no reason of that name.");
        }
        return new ReplaySelection(ids, text(body, "channel"), reason);
    }

    private static Optional<String> text(JsonNode body, String name) {
        return Optional.ofNullable(body.path(name).textValue()).filter(text -> !text.isBlank());
    }

    /**
     * The answer.
     *
     * @param replays whether letters can be replayed from here
     * @param total letters that fit
     * @param open of them, that nothing has become of
     * @param stepSeconds width of a column; 0 without one
     */
    record Letters(
            boolean replays,
            long total,
            long open,
            List<Count> reasons,
            List<Count> sources,
            long stepSeconds,
            List<Column> times,
            int from,
            List<JsonNode> letters) {}

    /** Letters of a reason, or of a channel with its reasons. */
    record Count(String id, long count, long open, Map<String, Long> reasons) {}

    /** Letters of a time, which is epoch milliseconds. */
    record Column(long at, long count, Map<String, Long> reasons) {}

    /** How many were sent. */
    record Sent(long sent) {}
}
