package io.throughline.fetch.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.throughline.fetch.Batch;
import io.throughline.fetch.Fetched;
import io.throughline.model.RawEnvelope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Drives a fetcher of files as a source does. */
final class FileReading {

    final List<RawEnvelope> envelopes = new ArrayList<>();
    final Map<String, String> cursor = new HashMap<>();
    long largestBatchBytes;
    private final FileFetcher fetcher;

    FileReading(FileFetcher fetcher, Map<String, String> cursor) {
        this.fetcher = fetcher;
        this.cursor.putAll(cursor);
    }

    FileReading all() {
        while (!step().finished()) {
            // goes on
        }
        return this;
    }

    void until(int count) {
        while (envelopes.size() < count) {
            step();
        }
    }

    /** Reads what there is to be read now. */
    FileReading untilPause() {
        while (step().pause().isZero()) {
            // goes on
        }
        return this;
    }

    Batch step() {
        Batch batch = fetcher.fetch();
        long bytes = 0;
        for (Fetched fetched : batch.items()) {
            bytes += fetched.envelope().map(each -> each.payload().length).orElse(0);
            fetched.envelope().ifPresent(envelopes::add);
            fetched.changes().forEach(change -> change.applyTo(cursor));
        }
        largestBatchBytes = Math.max(largestBatchBytes, bytes);
        return batch;
    }

    List<String> texts() {
        return envelopes.stream().map(each -> new String(each.payload(), UTF_8)).toList();
    }
}
