package io.throughline.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.model.RawEnvelope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Drives a fetcher as a source does, without waiting out its pauses. */
public final class Reading {

    public final List<RawEnvelope> envelopes = new ArrayList<>();
    public final List<Duration> pauses = new ArrayList<>();
    public final Map<String, String> cursor = new HashMap<>();
    private final ChannelFetcher fetcher;

    public Reading(ChannelFetcher fetcher, Map<String, String> cursor) {
        this.fetcher = fetcher;
        this.cursor.putAll(cursor);
    }

    /** Fetches to the end. */
    public Reading all() throws InterruptedException {
        while (!step().finished()) {
            // goes on
        }
        return this;
    }

    /** Fetches until there are so many envelopes. */
    public Reading until(int count) throws InterruptedException {
        while (envelopes.size() < count) {
            step();
        }
        return this;
    }

    public Batch step() throws InterruptedException {
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

    public List<String> bodies() {
        return envelopes.stream().map(each -> new String(each.payload(), UTF_8)).toList();
    }
}
