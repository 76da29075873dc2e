package io.throughline.console;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How each channel is doing, now and over the last week, and what it brings. */
final class ChannelRoutes {

    private static final String SIGNALS = "cx-signals";
    private static final String FEEDBACK = "cx-feedback";

    /** A channel of which nothing was said for longer is switched off, or its job does not run. */
    private static final Duration STALE = Duration.ofMinutes(10);

    private final StoredView stored;

    ChannelRoutes(StoredView stored) {
        this.stored = stored;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/api/channels", this::list);
        routes.get("/api/channels/{id}", this::one);
    }

    private void list(Context context) {
        Map<String, JsonNode> words = new TreeMap<>();
        for (JsonNode bucket :
                StoredView.buckets(stored.ask(SIGNALS, ChannelSearches.lastWords()), "sources")) {
            words.put(bucket.path("key").asText(), bucket.at("/latest/hits/hits/0/_source"));
        }
        Map<String, JsonNode> brought = bySource(stored.ask(FEEDBACK, ChannelSearches.brought()));
        Map<String, JsonNode> letters =
                bySource(stored.ask(LetterSearches.INDEX, ChannelSearches.letters()));
        List<ChannelNow> channels = new ArrayList<>();
        TreeMap<String, JsonNode> all = new TreeMap<>(words);
        brought.forEach(all::putIfAbsent);
        for (String source : all.keySet()) {
            JsonNode word = words.get(source);
            JsonNode documents = brought.get(source);
            channels.add(
                    new ChannelNow(
                            source,
                            word != null
                                    ? word.path("channel").asText()
                                    : documents.at("/channel/buckets/0/key").asText(),
                            word == null ? null : word.path("health"),
                            documents == null ? 0 : documents.path("doc_count").asLong(),
                            time(documents, "occurred"),
                            time(documents, "observed"),
                            letters.containsKey(source)
                                    ? letters.get(source).path("doc_count").asLong()
                                    : 0));
        }
        LiveJson.send(context, new Channels(STALE.toSeconds(), channels));
    }

    private static Map<String, JsonNode> bySource(JsonNode answer) {
        Map<String, JsonNode> buckets = new TreeMap<>();
        StoredView.buckets(answer, "sources")
                .forEach(bucket -> buckets.put(bucket.path("key").asText(), bucket));
        return buckets;
    }

    private static Instant time(JsonNode bucket, String name) {
        return bucket == null || !bucket.path(name).path("value").isNumber()
                ? null
                : Instant.ofEpochMilli(bucket.path(name).path("value").asLong());
    }

    private void one(Context context) {
        String source = context.pathParam("id");
        List<JsonNode> words = new ArrayList<>();
        stored.ask(SIGNALS, ChannelSearches.words(source))
                .path("hits")
                .path("hits")
                .forEach(hit -> words.add(hit.path("_source")));
        JsonNode feedback = stored.ask(FEEDBACK, ChannelSearches.feedback(source));
        JsonNode newest = feedback.path("hits").path("hits");
        JsonNode letters =
                stored.ask(LetterSearches.INDEX, LetterSearches.list(source, null, null, 0));
        if (words.isEmpty() && newest.isEmpty() && letters.path("hits").path("hits").isEmpty()) {
            throw new RefusedException(
                    HttpStatus.NOT_FOUND,
                    "Nothing is known of a channel of that name. Its id is the one in its"
                            + " channel.yaml.");
        }
        List<Double> delays = delays(newest);
        Instant last = time(feedback.path("aggregations"), "occurred");
        LiveJson.send(
                context,
                new ChannelStory(
                        source,
                        words.isEmpty()
                                ? newest.at("/0/_source/channel").asText("")
                                : words.get(0).path("channel").asText(),
                        STALE.toSeconds(),
                        words.isEmpty() ? null : words.get(0).path("health"),
                        spells(words),
                        words.size() == ChannelSearches.WORDS,
                        feedback.path("hits").path("total").path("value").asLong(),
                        last,
                        time(feedback.path("aggregations"), "observed"),
                        delays.size(),
                        rank(delays, 50),
                        rank(delays, 95),
                        rank(delays, 99),
                        last == null ? List.of() : days(source, last),
                        reasons(letters)));
    }

    private List<Day> days(String source, Instant last) {
        List<Day> days = new ArrayList<>();
        for (JsonNode bucket :
                StoredView.buckets(
                        stored.ask(FEEDBACK, ChannelSearches.days(source, last.toEpochMilli())),
                        "days")) {
            days.add(new Day(bucket.path("key").asLong(), bucket.path("doc_count").asLong()));
        }
        return days;
    }

    private static Map<String, Long> reasons(JsonNode letters) {
        Map<String, Long> reasons = new TreeMap<>();
        for (JsonNode bucket : letters.at("/aggregations/sources/buckets/0/reasons/buckets")) {
            reasons.put(bucket.path("key").asText(), bucket.path("doc_count").asLong());
        }
        return reasons;
    }

    /** Words that say the same one after the other are one spell. */
    static List<Spell> spells(List<JsonNode> newestFirst) {
        List<Spell> spells = new ArrayList<>();
        for (int index = newestFirst.size() - 1; index >= 0; index--) {
            JsonNode health = newestFirst.get(index).path("health");
            String state = health.path("state").asText();
            Instant at = Instant.parse(health.path("at").asText());
            Spell before = spells.isEmpty() ? null : spells.get(spells.size() - 1);
            boolean goesOn = before != null && !at.isAfter(before.until().plus(STALE));
            if (goesOn && before.state().equals(state)) {
                spells.set(
                        spells.size() - 1,
                        new Spell(state, before.from(), at, cause(health, before.cause())));
            } else {
                Instant since = Instant.parse(health.path("since").asText(at.toString()));
                Instant from =
                        before == null || since.isAfter(before.until()) ? since : before.until();
                if (goesOn) {
                    spells.set(
                            spells.size() - 1,
                            new Spell(before.state(), before.from(), from, before.cause()));
                }
                spells.add(new Spell(state, from.isAfter(at) ? at : from, at, cause(health, null)));
            }
        }
        java.util.Collections.reverse(spells);
        return List.copyOf(spells);
    }

    private static String cause(JsonNode health, String otherwise) {
        String cause = health.path("cause").textValue();
        return cause == null ? otherwise : cause;
    }

    /** A provider's clock may be ahead of ours: nothing is seen before it occurs. */
    private static List<Double> delays(JsonNode hits) {
        List<Double> delays = new ArrayList<>();
        for (JsonNode hit : hits) {
            Instant occurred = Instant.parse(hit.path("_source").path("occurredAt").asText());
            Instant observed = Instant.parse(hit.path("_source").path("observedAt").asText());
            delays.add(Math.max(0, Duration.between(occurred, observed).toMillis() / 1e3));
        }
        delays.sort(Comparator.naturalOrder());
        return delays;
    }

    /** Nearest rank; null when there is nothing. */
    private static Double rank(List<Double> sorted, int percent) {
        return sorted.isEmpty()
                ? null
                : sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1);
    }

    /** All channels. */
    record Channels(long staleSeconds, List<ChannelNow> channels) {}

    /**
     * One channel now.
     *
     * @param health the last word on it; null when there is none
     */
    record ChannelNow(
            String id,
            String channel,
            JsonNode health,
            long documents,
            Instant occurredAt,
            Instant observedAt,
            long openLetters) {}

    /** How long it was in a state. */
    record Spell(String state, Instant from, Instant until, String cause) {}

    /** What it brought on a day, which is epoch milliseconds. */
    record Day(long at, long count) {}

    /**
     * One channel.
     *
     * @param cut whether the week held more words than were read
     * @param sample newest documents that the delays are of
     */
    record ChannelStory(
            String id,
            String channel,
            long staleSeconds,
            JsonNode health,
            List<Spell> spells,
            boolean cut,
            long documents,
            Instant occurredAt,
            Instant observedAt,
            int sample,
            Double delayMedianSeconds,
            Double delayHighSeconds,
            Double delayHighestSeconds,
            List<Day> days,
            Map<String, Long> letters) {}
}
