package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How feedback was tagged in the last thirty days of it, by what, how sure, and at what cost. */
final class TaggerRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(TaggerRoutes.class);
    private static final String FEEDBACK = "cx-feedback";
    private static final String SIGNALS = "cx-signals";
    private static final Duration SPAN = Duration.ofDays(30);

    private final StoredView stored;
    private volatile Optional<TaggerLog> log = Optional.empty();

    TaggerRoutes(StoredView stored) {
        this.stored = stored;
    }

    void ready(Optional<TaggerLog> history) {
        log = history;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/tagger", this::report);
    }

    private void report(Context context) {
        JsonNode newest = stored.ask(FEEDBACK, TaggerSearches.newest()).at("/aggregations/newest");
        Instant until =
                newest.path("value").isNumber()
                        ? Instant.ofEpochMilli(newest.path("value").asLong())
                        : null;
        JsonNode tags = until == null ? newest : tags(until);
        JsonNode ratings = until == null ? newest : ratings(until);
        JsonNode costs = stored.ask(SIGNALS, TaggerSearches.costs()).path("aggregations");
        TaggerLog.History history = history();
        LiveJson.send(
                context,
                new Report(
                        until,
                        SPAN.toDays(),
                        tags.path("hits").path("total").path("value").asLong(),
                        counts(tags, "basis"),
                        counts(tags, "engines"),
                        counts(tags, "withoutSentiment"),
                        counts(tags, "withoutStage"),
                        languages(tags),
                        models(tags),
                        mismatches(ratings),
                        cost(costs),
                        history == null ? null : history.versions(),
                        history == null ? null : history.agreement()));
    }

    private JsonNode tags(Instant until) {
        return stored.ask(
                FEEDBACK,
                TaggerSearches.tags(until.minus(SPAN).toEpochMilli(), until.toEpochMilli()));
    }

    private JsonNode ratings(Instant until) {
        return stored.ask(
                SIGNALS,
                TaggerSearches.ratings(until.minus(SPAN).toEpochMilli(), until.toEpochMilli()));
    }

    /** Null when it cannot be read: the rest of the report stands without it. */
    private TaggerLog.History history() {
        if (log.isEmpty()) {
            return null;
        }
        try {
            return log.get().read();
        } catch (RuntimeException e) {
            LOG.warn("How the tagger has learnt cannot be read", e);
            return null;
        }
    }

    private static List<Count> counts(JsonNode answer, String name) {
        List<Count> counts = new ArrayList<>();
        for (JsonNode bucket : StoredView.buckets(answer, name)) {
            counts.add(new Count(bucket.path("key").asText(), bucket.path("doc_count").asLong()));
        }
        return counts;
    }

    private static List<Language> languages(JsonNode answer) {
        List<Language> languages = new ArrayList<>();
        for (JsonNode bucket : StoredView.buckets(answer, "languages")) {
            languages.add(
                    new Language(
                            bucket.path("key").asText(),
                            bucket.path("doc_count").asLong(),
                            bucket.path("withoutSentiment").path("doc_count").asLong(),
                            bucket.path("withoutStage").path("doc_count").asLong()));
        }
        return languages;
    }

    private static List<Model> models(JsonNode answer) {
        List<Model> models = new ArrayList<>();
        for (JsonNode bucket : StoredView.buckets(answer, "models")) {
            models.add(
                    new Model(
                            bucket.path("key").asText(),
                            bucket.path("doc_count").asLong(),
                            Instant.ofEpochMilli(bucket.path("first").path("value").asLong()),
                            Instant.ofEpochMilli(bucket.path("last").path("value").asLong())));
        }
        return models;
    }

    private static List<Mismatch> mismatches(JsonNode answer) {
        List<Mismatch> mismatches = new ArrayList<>();
        for (JsonNode bucket : StoredView.buckets(answer, "stages")) {
            long rated = sum(bucket, "rated");
            if (rated > 0) {
                mismatches.add(
                        new Mismatch(
                                bucket.path("key").asText(),
                                rated,
                                sum(bucket, "highNegative"),
                                sum(bucket, "lowPositive")));
            }
        }
        return mismatches;
    }

    /** Null when no job said anything for a day. */
    private static Cost cost(JsonNode sums) {
        long minutes = sum(sums, "minutes");
        if (minutes == 0) {
            return null;
        }
        List<Hour> hours = new ArrayList<>();
        for (JsonNode bucket : sums.path("hours").path("buckets")) {
            hours.add(
                    new Hour(
                            bucket.path("key").asLong(),
                            sum(bucket, "records"),
                            sum(bucket, "busy")));
        }
        return new Cost(
                minutes,
                sum(sums, "records"),
                sum(sums, "busy"),
                sum(sums, "teacher"),
                sum(sums, "student"),
                hours);
    }

    private static long sum(JsonNode bucket, String name) {
        return Math.round(bucket.path(name).path("value").asDouble());
    }

    /** Documents with a value. */
    record Count(String id, long count) {}

    /** Documents of a language, and those of them without a sentiment and without a stage. */
    record Language(String id, long count, long withoutSentiment, long withoutStage) {}

    /** What a version tagged, of what was seen from when to when. */
    record Model(String id, long count, Instant from, Instant until) {}

    /** Ratings of a stage that the words contradict. */
    record Mismatch(String stage, long rated, long highSaidNegative, long lowSaidPositive) {}

    /** What tagging took in an hour, which is epoch milliseconds. */
    record Hour(long at, long records, long busyMillis) {}

    /** What tagging took in the minutes of the last day in which there was something to tag. */
    record Cost(
            long minutes,
            long records,
            long busyMillis,
            long byTeacher,
            long byStudent,
            List<Hour> hours) {}

    /**
     * The report.
     *
     * @param until when the newest feedback occurred; null when there is none
     * @param versions null when the topics cannot be read from here
     */
    record Report(
            Instant until,
            long days,
            long documents,
            List<Count> basis,
            List<Count> engines,
            List<Count> withoutSentiment,
            List<Count> withoutStage,
            List<Language> languages,
            List<Model> models,
            List<Mismatch> mismatches,
            Cost cost,
            List<TaggerLog.Version> versions,
            TaggerLog.Agreement agreement) {}
}
