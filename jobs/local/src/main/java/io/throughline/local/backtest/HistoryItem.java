package io.throughline.local.backtest;

import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contribution;
import io.throughline.domain.rollup.Excerpt;
import io.throughline.domain.rollup.SignalKey;
import io.throughline.domain.rollup.TextHash;
import io.throughline.domain.rollup.Traits;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * One piece of feedback of a history, as far as a watch wants to know it.
 *
 * @param id feedback id, unique in the history; empty when it has none
 * @param stage stage id
 * @param channel channel id
 * @param label ordinal of the {@link io.throughline.model.SentimentLabel}, or {@link
 *     Contribution#ABSTAINED}
 * @param scoreMicros sentiment score in millionths
 * @param author author key; null when unknown
 * @param journeyVersion version of the journey map that sorted it; 0 when unknown
 * @param model that judged it; null when unknown
 * @param language BCP 47 primary tag; null when unknown
 * @param rating -1, 0 or 1, as {@link Traits#rating}
 * @param text redacted; null when there is none
 * @param url null when there is none
 */
public record HistoryItem(
        String id,
        Instant occurredAt,
        String stage,
        String channel,
        int label,
        long scoreMicros,
        String author,
        int journeyVersion,
        String model,
        String language,
        int rating,
        String text,
        String url) {

    private static final long MICROS = 1_000_000;

    public HistoryItem {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(channel, "channel");
    }

    /** The change it makes to what a journey's watches have summed. */
    Change change(String journey) {
        Contribution contribution =
                new Contribution(
                        journey,
                        stage,
                        channel,
                        minute(),
                        label,
                        scoreMicros,
                        MICROS,
                        author,
                        new Traits(
                                id,
                                journeyVersion,
                                model,
                                language,
                                TextHash.of(text),
                                rating,
                                List.of()));
        return new Change(
                contribution,
                Change.ADD,
                text == null ? null : new Excerpt(occurredAt, Excerpt.shorten(text), url));
    }

    /** The item under another id. */
    HistoryItem withId(String other) {
        return new HistoryItem(
                other,
                occurredAt,
                stage,
                channel,
                label,
                scoreMicros,
                author,
                journeyVersion,
                model,
                language,
                rating,
                text,
                url);
    }

    /** Minutes since the epoch. */
    long minute() {
        return SignalKey.minuteOf(occurredAt);
    }
}
