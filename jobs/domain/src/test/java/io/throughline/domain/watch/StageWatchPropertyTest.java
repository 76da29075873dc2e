package io.throughline.domain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.alert.Alert;
import io.throughline.domain.rollup.Change;
import io.throughline.json.AlertJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * The same alerts, byte for byte, whatever the order within the bound, whatever the steps of time,
 * and wherever a restart falls.
 */
class StageWatchPropertyTest {

    private static final long BOUND_MINUTES = 30;
    private static final List<Change> HISTORY = history();
    private static final List<String> TOLD = told(HISTORY, new Random(0), 60, 0);

    private static List<Change> history() {
        return new Feed()
                .add("web", 0, 12, 6, 0.25)
                .add("phone", 0, 12, 2, 0.3)
                .add("web", 12, 14, 6, 0.7)
                .add("phone", 12, 14, 2, 0.3)
                .add("web", 14, 17, 14, 0.25)
                .changes();
    }

    @Property(tries = 6, shrinking = ShrinkingMode.OFF)
    void orderStepsAndRestartsChangeNothing(@ForAll Random random) {
        assertThat(TOLD).hasSizeGreaterThan(2);

        List<Change> shuffled = withinTheBound(HISTORY, random);
        assertThat(told(shuffled, random, 1 + random.nextInt(400), 3)).isEqualTo(TOLD);
    }

    @Property(tries = 4, shrinking = ShrinkingMode.OFF)
    void whatIsAddedAndTakenBackChangesNothing(@ForAll Random random) {
        List<Change> noisy = new ArrayList<>();
        for (Change change : HISTORY) {
            noisy.add(change);
            if (random.nextInt(4) == 0) {
                Change wrong = relabelled(change);
                noisy.add(wrong);
                noisy.add(new Change(wrong.contribution(), Change.RETRACT));
            }
            if (random.nextInt(4) == 0) {
                noisy.add(new Change(change.contribution(), Change.RETRACT));
                noisy.add(change);
            }
        }

        assertThat(told(withinTheBound(noisy, random), random, 60, 0)).isEqualTo(TOLD);
    }

    @Property(tries = 3, shrinking = ShrinkingMode.OFF)
    void whatComesLateNeverUnfires(@ForAll Random random) {
        List<Change> late = new ArrayList<>(HISTORY);
        for (int i = 0; i < 300; i++) {
            Change change = late.remove(random.nextInt(late.size() - 200));
            int place = late.indexOf(change);
            late.add(
                    Math.min(late.size(), Math.max(0, place) + random.nextInt(late.size())),
                    change);
        }
        List<Alert> told = play(late, random, 60, 0);

        for (Alert last : Watching.last(told).values()) {
            List<Alert> life = told.stream().filter(alert -> alert.id().equals(last.id())).toList();
            assertThat(life.stream().map(Alert::figures).distinct()).hasSize(1);
            assertThat(life.stream().map(Alert::firedAt).distinct()).hasSize(1);
            assertThat(life.stream().map(Alert::version)).isSorted().doesNotHaveDuplicates();
        }
    }

    private static Change relabelled(Change change) {
        var of = change.contribution();
        return new Change(
                Feed.contribution(
                        of.stage(),
                        of.channel(),
                        of.minute(),
                        2 - of.label(),
                        of.author(),
                        of.traits().feedback(),
                        of.traits().model(),
                        0),
                Change.ADD,
                change.excerpt());
    }

    private static List<Change> withinTheBound(List<Change> changes, Random random) {
        record At(long minute, Change change) {}
        List<At> moved = new ArrayList<>();
        for (Change change : changes) {
            moved.add(
                    new At(
                            change.contribution().minute() + random.nextInt((int) BOUND_MINUTES),
                            change));
        }
        Collections.shuffle(moved, random);
        moved.sort(Comparator.comparingLong(At::minute));
        return moved.stream().map(At::change).toList();
    }

    private static List<String> told(
            List<Change> changes, Random random, int stepMinutes, int restarts) {
        return play(changes, random, stepMinutes, restarts).stream().map(AlertJson::line).toList();
    }

    private static List<Alert> play(
            List<Change> changes, Random random, int stepMinutes, int restarts) {
        StageWatch watch = new StageWatch(Feed.JOURNEY, Feed.STAGE);
        watch.tell(Feed.rules("warmUp: 5d\n"));
        List<Alert> told = new ArrayList<>();
        long seen = Long.MIN_VALUE;
        long advanced = Long.MIN_VALUE;
        int pieces = 0;
        for (Change change : changes) {
            watch.apply(change);
            seen = Math.max(seen, change.contribution().minute());
            if (seen - BOUND_MINUTES - stepMinutes >= advanced) {
                advanced = seen - BOUND_MINUTES;
                told.addAll(watch.advance(Instant.ofEpochSecond(advanced * 60)));
                if (pieces < restarts && random.nextInt(5) == 0) {
                    pieces++;
                    watch = Watching.copy(watch);
                }
            }
        }
        told.addAll(watch.advance(Instant.MAX));
        return told;
    }
}
