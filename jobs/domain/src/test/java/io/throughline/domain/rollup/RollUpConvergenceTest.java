package io.throughline.domain.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.History;
import io.throughline.domain.deduplicate.Decision;
import io.throughline.domain.deduplicate.Deduplicator;
import io.throughline.domain.deduplicate.Known;
import io.throughline.domain.rollup.Retractions.Said;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.StageSignal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Edits, deletes, copies and late records in any order end where a batch over the end would. */
class RollUpConvergenceTest {

    @Property(tries = 500)
    void rollUpsEqualABatchOverWhatIsLiveInTheEnd(
            @ForAll("histories") List<Feedback> history, @ForAll Random random) {
        List<Feedback> arrived = new ArrayList<>(history);
        arrived.addAll(history.subList(0, random.nextInt(history.size())));
        Collections.shuffle(arrived, random);
        Stream stream = new Stream(random);
        arrived.forEach(stream::receive);

        assertThat(stream.signals()).isEqualTo(batch(stream.live.values()));
        assertThat(stream.windowSignals()).isEqualTo(Batch.windows(stream.live.values()));
    }

    @Property(tries = 500)
    void anHourIsTheSumOfItsMinutesAndADayOfItsHours(
            @ForAll("histories") List<Feedback> history, @ForAll Random random) {
        Stream stream = new Stream(random);
        history.forEach(stream::receive);
        Map<String, StageSignal> windows = stream.windowSignals();
        List<StageSignal> hours = Batch.channels(windows.values(), WindowKey.HOUR);

        assertThat(Batch.sums(hours, WindowKey.HOUR))
                .isEqualTo(Batch.sums(stream.signals().values(), WindowKey.HOUR));
        assertThat(Batch.sums(Batch.channels(windows.values(), WindowKey.DAY), WindowKey.DAY))
                .isEqualTo(Batch.sums(hours, WindowKey.DAY));
    }

    @Property(tries = 500)
    void theOrderInWhichChangesReachARollUpDoesNotMatter(
            @ForAll("histories") List<Feedback> history, @ForAll Random random) {
        Stream stream = new Stream(random);
        history.forEach(stream::receive);
        List<Change> shuffled = new ArrayList<>(stream.changes);
        Collections.shuffle(shuffled, random);
        Map<SignalKey, SignalFacts> facts = new HashMap<>();
        shuffled.forEach(change -> apply(facts, change));

        assertThat(signals(facts)).isEqualTo(stream.signals());
        Windows windows = new Windows(random);
        shuffled.forEach(windows::apply);
        assertThat(windows.signals()).isEqualTo(stream.windowSignals());
    }

    @Provide
    Arbitrary<List<Feedback>> histories() {
        return History.records();
    }

    private static Map<String, StageSignal> batch(Iterable<Feedback> live) {
        Map<SignalKey, SignalFacts> facts = new HashMap<>();
        for (Feedback feedback : live) {
            for (Contribution contribution : Batch.said(feedback).contributions()) {
                apply(facts, new Change(contribution, Change.ADD));
            }
        }
        return signals(facts);
    }

    private static void apply(Map<SignalKey, SignalFacts> facts, Change change) {
        facts.computeIfAbsent(change.contribution().key(), key -> new SignalFacts()).apply(change);
    }

    /** Without the number of changes, which tells the way and not the end. */
    private static Map<String, StageSignal> signals(Map<SignalKey, SignalFacts> facts) {
        Map<String, StageSignal> signals = new TreeMap<>();
        facts.forEach(
                (key, one) -> {
                    long changes = one.change;
                    one.change = 0;
                    StageSignal signal = one.toSignal(key);
                    one.change = changes;
                    if (one.isEmpty()) {
                        assertThat(signal).isEqualTo(new SignalFacts().toSignal(key));
                    } else {
                        signals.put(signal.id(), signal);
                    }
                });
        return signals;
    }

    /** The way from changes to hours and days, drained at any time. */
    private static final class Windows {

        private final WindowChanges gathered = new WindowChanges();
        private final Map<WindowKey, SignalFacts> facts = new HashMap<>();
        private final Random random;

        Windows(Random random) {
            this.random = random;
        }

        void apply(Change change) {
            gathered.add(change);
            if (random.nextInt(4) == 0) {
                drain();
            }
        }

        private void drain() {
            for (WindowChange change : gathered.drain()) {
                SignalFacts sums = facts.computeIfAbsent(change.window(), key -> new SignalFacts());
                sums.add(change.facts());
                sums.addTerms(change.facts());
            }
        }

        Map<String, StageSignal> signals() {
            drain();
            return Batch.signals(facts);
        }
    }

    /** The way from records to roll-ups, without Flink. */
    private static final class Stream {

        private final Map<String, Known> known = new HashMap<>();
        private final Map<String, Said> said = new HashMap<>();
        private final Map<SignalKey, SignalFacts> facts = new HashMap<>();
        private final Map<String, Feedback> live = new HashMap<>();
        private final List<Change> changes = new ArrayList<>();
        private final Windows windows;

        Stream(Random random) {
            windows = new Windows(random);
        }

        void receive(Feedback incoming) {
            Decision decision = Deduplicator.decide(known.get(incoming.id()), incoming);
            known.put(incoming.id(), decision.next());
            Feedback emitted = decision.emit();
            if (emitted == null) {
                return;
            }
            if (emitted.operation() == Operation.DELETE) {
                live.remove(emitted.id());
            } else {
                live.put(emitted.id(), emitted);
            }
            Said current = Batch.said(emitted);
            Said previous = said.getOrDefault(emitted.id(), Said.NOTHING);
            said.put(emitted.id(), current);
            for (Change change : Retractions.between(previous, current, null)) {
                changes.add(change);
                apply(facts, change);
                windows.apply(change);
            }
        }

        Map<String, StageSignal> windowSignals() {
            return windows.signals();
        }

        Map<String, StageSignal> signals() {
            return RollUpConvergenceTest.signals(facts);
        }
    }
}
