package io.throughline.fetch.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.fetch.Batch;
import io.throughline.fetch.ChannelFetcher;
import io.throughline.fetch.CursorChange;
import io.throughline.fetch.Fetched;
import io.throughline.model.RawEnvelope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Drives a fetcher as a source does, without waiting out its pauses. */
final class Reading {

    final List<RawEnvelope> envelopes = new ArrayList<>();
    final List<Duration> pauses = new ArrayList<>();
    final Map<String, String> cursor = new HashMap<>();
    private final ChannelFetcher fetcher;

    Reading(ChannelFetcher fetcher, Map<String, String> cursor) {
        this.fetcher = fetcher;
        this.cursor.putAll(cursor);
    }

    /** Fetches to the end. */
    Reading all() throws InterruptedException {
        while (!step().finished()) {
            // goes on
        }
        return this;
    }

    /** Fetches until there are so many envelopes. */
    Reading until(int count) throws InterruptedException {
        while (envelopes.size() < count) {
            step();
        }
        return this;
    }

    Batch step() throws InterruptedException {
        Batch batch = fetcher.fetch();
        for (Fetched fetched : batch.items()) {
            fetched.envelope().ifPresent(envelopes::add);
            for (CursorChange change : fetched.changes()) {
                change.applyTo(cursor);
            }
        }
        if (!batch.pause().isZero()) {
            pauses.add(batch.pause());
        }
        return batch;
    }

    List<String> bodies() {
        return envelopes.stream().map(each -> new String(each.payload(), UTF_8)).toList();
    }
}
