package io.throughline.domain.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.History;
import io.throughline.domain.deduplicate.Decision;
import io.throughline.domain.deduplicate.Deduplicator;
import io.throughline.domain.deduplicate.Known;
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
        Stream stream = new Stream();
        arrived.forEach(stream::receive);

        assertThat(stream.signals()).isEqualTo(batch(stream.live.values()));
    }

    @Property(tries = 500)
    void theOrderInWhichChangesReachARollUpDoesNotMatter(
            @ForAll("histories") List<Feedback> history, @ForAll Random random) {
        Stream stream = new Stream();
        history.forEach(stream::receive);
        List<Change> shuffled = new ArrayList<>(stream.changes);
        Collections.shuffle(shuffled, random);
        Map<SignalKey, SignalFacts> facts = new HashMap<>();
        shuffled.forEach(change -> apply(facts, change));

        assertThat(signals(facts)).isEqualTo(stream.signals());
    }

    @Provide
    Arbitrary<List<Feedback>> histories() {
        return History.records();
    }

    private static Map<String, StageSignal> batch(Iterable<Feedback> live) {
        Map<SignalKey, SignalFacts> facts = new HashMap<>();
        for (Feedback feedback : live) {
            for (Contribution contribution : Contributions.of(Tagged.of(feedback))) {
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

    /** The way from records to roll-ups, without Flink. */
    private static final class Stream {

        private final Map<String, Known> known = new HashMap<>();
        private final Map<String, List<Contribution>> contributed = new HashMap<>();
        private final Map<SignalKey, SignalFacts> facts = new HashMap<>();
        private final Map<String, Feedback> live = new HashMap<>();
        private final List<Change> changes = new ArrayList<>();

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
            List<Contribution> current = Contributions.of(Tagged.of(emitted));
            List<Contribution> previous = contributed.getOrDefault(emitted.id(), List.of());
            contributed.put(emitted.id(), current);
            for (Change change : Retractions.between(previous, current, null)) {
                changes.add(change);
                apply(facts, change);
            }
        }

        Map<String, StageSignal> signals() {
            return RollUpConvergenceTest.signals(facts);
        }
    }
}
