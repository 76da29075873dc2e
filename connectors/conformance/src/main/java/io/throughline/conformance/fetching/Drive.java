package io.throughline.conformance.fetching;

import io.throughline.channels.ChannelParser;
import io.throughline.channels.Outcome;
import io.throughline.fetch.Batch;
import io.throughline.fetch.ChannelFetcher;
import io.throughline.fetch.ChannelInstance;
import io.throughline.fetch.CursorChange;
import io.throughline.fetch.Extent;
import io.throughline.fetch.FetchSettings;
import io.throughline.fetch.Fetched;
import io.throughline.fetch.Fetchers;
import io.throughline.fetch.http.ChannelUnavailableException;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.RawEnvelope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs the product's own fetcher as a source does, with checkpoints and crashes, and without
 * waiting out its pauses. What was emitted after the last checkpoint is taken back by a crash, as a
 * source's output is.
 */
final class Drive {

    private static final int MOST_STEPS = 400;

    private static final FetchSettings SETTINGS =
            new FetchSettings(
                    Duration.ofMillis(1),
                    Duration.ofMillis(1),
                    Duration.ofMillis(2),
                    Duration.ofMinutes(5),
                    MockedChannel.TIMEOUT.multipliedBy(3),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1));

    private final ChannelInstance instance;
    private final ChannelParser parser;
    private final List<RawEnvelope> envelopes = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private Map<String, String> checkpoint = new TreeMap<>();

    Drive(ChannelInstance instance, ChannelParser parser) {
        this.instance = instance;
        this.parser = parser;
    }

    /** One pass to its end, and a checkpoint. */
    Drive pass() throws InterruptedException {
        run(Integer.MAX_VALUE, Integer.MAX_VALUE);
        return this;
    }

    /**
     * A pass that crashes.
     *
     * @param kept after so many batches is the last checkpoint
     * @param steps after so many is the crash
     * @return whether the pass was longer than that
     */
    boolean crash(int kept, int steps) throws InterruptedException {
        return run(kept, steps);
    }

    private boolean run(int kept, int steps) throws InterruptedException {
        Map<String, String> cursor = new TreeMap<>(checkpoint);
        List<RawEnvelope> pending = new ArrayList<>();
        boolean crashed = true;
        try (ChannelFetcher fetcher =
                new Fetchers(Extent.BOUNDED, SETTINGS).open(instance, new TreeMap<>(cursor))) {
            int step = 0;
            for (; step < Math.min(steps, MOST_STEPS); step++) {
                Batch batch = fetcher.fetch();
                for (Fetched fetched : batch.items()) {
                    fetched.envelope().ifPresent(pending::add);
                    for (CursorChange change : fetched.changes()) {
                        change.applyTo(cursor);
                    }
                }
                pauses.add(batch.pause());
                if (batch.finished()) {
                    crashed = false;
                    break;
                }
                if (step < kept) {
                    checkpoint(cursor, pending);
                }
            }
        } catch (ChannelUnavailableException e) {
            crashed = false;
        }
        if (!crashed) {
            checkpoint(cursor, pending);
        }
        return crashed;
    }

    private void checkpoint(Map<String, String> cursor, List<RawEnvelope> pending) {
        checkpoint = new TreeMap<>(cursor);
        envelopes.addAll(pending);
        pending.clear();
    }

    /** What was handed on for good. */
    List<RawEnvelope> envelopes() {
        return envelopes;
    }

    /** What each fetch asked for. */
    List<Duration> pauses() {
        return pauses;
    }

    Map<String, String> cursor() {
        return checkpoint;
    }

    /** Everything that became of it, in order. */
    List<Outcome> outcomes() {
        return envelopes.stream().flatMap(each -> parser.parse(each).stream()).toList();
    }

    /**
     * What is live under each id: of one id the highest revision, in it a delete, then the later.
     */
    Map<String, Feedback> live() {
        Map<String, Feedback> live = new TreeMap<>();
        for (Outcome outcome : outcomes()) {
            if (outcome instanceof Outcome.Accepted accepted) {
                live.merge(
                        accepted.feedback().id(),
                        accepted.feedback(),
                        (known, next) -> newer(next, known) ? next : known);
            }
        }
        return live;
    }

    private static boolean newer(Feedback next, Feedback known) {
        if (next.revision() != known.revision()) {
            return next.revision() > known.revision();
        }
        return known.operation() != Operation.DELETE;
    }
}
