package io.throughline.domain.deduplicate;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.domain.History;
import io.throughline.model.Feedback;
import io.throughline.model.Operation;
import io.throughline.model.Tally;
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

class ConvergenceTest {

    @Property(tries = 500)
    void anyOrderAndAnyCopiesEndInTheSameLiveSet(
            @ForAll("histories") List<Feedback> history, @ForAll Random random) {
        List<Feedback> shuffled = new ArrayList<>(history);
        for (int copies = random.nextInt(10); copies > 0; copies--) {
            shuffled.add(history.get(random.nextInt(history.size())));
        }
        Collections.shuffle(shuffled, random);

        assertThat(new Run(shuffled).live)
                .isEqualTo(new Run(history).live)
                .isEqualTo(batch(history));
    }

    @Property(tries = 500)
    void whatCameInIsAccountedForAtEveryStep(@ForAll("histories") List<Feedback> history) {
        for (int length = 1; length <= history.size(); length++) {
            Run run = new Run(history.subList(0, length));
            assertThat(run.tally.received()).isEqualTo(length);
            assertThat(run.tally.balances()).as("%s", run.tally).isTrue();
            assertThat(run.tally.tagged()).isEqualTo(run.live.size());
        }
    }

    @Property(tries = 500)
    void revisionsOfWhatGoesOnNeverFallAndADeleteEndsWhatWasLive(
            @ForAll("histories") List<Feedback> history) {
        Map<String, Feedback> last = new HashMap<>();
        for (Feedback emitted : new Run(history).emitted) {
            Feedback before = last.put(emitted.id(), emitted);
            if (before == null || before.operation() == Operation.DELETE) {
                assertThat(emitted.operation()).isEqualTo(Operation.UPSERT);
            }
            if (before != null && before.operation() == Operation.DELETE) {
                assertThat(emitted.revision()).isGreaterThan(before.revision());
            }
            if (before != null) {
                assertThat(emitted.revision()).isGreaterThanOrEqualTo(before.revision());
            }
        }
    }

    @Provide
    Arbitrary<List<Feedback>> histories() {
        return History.records();
    }

    /**
     * The live set as one would define it, without any order: the rule the decisions must reach.
     */
    private static Map<String, String> batch(List<Feedback> history) {
        Map<String, String> live = new TreeMap<>();
        for (Feedback one : history) {
            boolean isBeaten = history.stream().anyMatch(other -> beats(other, one));
            if (one.operation() == Operation.UPSERT && !isBeaten) {
                live.put(one.id(), one.revision() + " " + ContentHash.of(one));
            }
        }
        return live;
    }

    private static boolean beats(Feedback one, Feedback other) {
        if (!one.id().equals(other.id())) {
            return false;
        }
        if (one.revision() != other.revision()) {
            return one.revision() > other.revision();
        }
        if (one.operation() == Operation.DELETE || other.operation() == Operation.DELETE) {
            return one.operation() == Operation.DELETE && other.operation() != Operation.DELETE;
        }
        int later = one.observedAt().compareTo(other.observedAt());
        return later > 0
                || (later == 0 && ContentHash.of(one).compareTo(ContentHash.of(other)) > 0);
    }

    /** A history played record by record. */
    private static final class Run {

        private final Map<String, Known> known = new HashMap<>();
        private final Map<String, String> live = new TreeMap<>();
        private final List<Feedback> emitted = new ArrayList<>();
        private Tally tally = Tally.none("all");

        Run(List<Feedback> history) {
            for (Feedback incoming : history) {
                Decision decision = Deduplicator.decide(known.get(incoming.id()), incoming);
                known.put(incoming.id(), decision.next());
                tally = tally.plus(new Tally("all", 1, 0, 0, 0, 0, 0, 0)).plus(decision.change());
                if (decision.emit() != null) {
                    emit(decision.emit());
                }
            }
        }

        private void emit(Feedback feedback) {
            emitted.add(feedback);
            if (feedback.operation() == Operation.DELETE) {
                live.remove(feedback.id());
            } else {
                live.put(feedback.id(), feedback.revision() + " " + ContentHash.of(feedback));
            }
        }
    }
}
