package io.throughline.polling;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.health.ArrivalHistory;
import io.throughline.yaml.YamlException;
import io.throughline.yaml.YamlFile;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.connector.source.Boundedness;
import org.junit.jupiter.api.Test;

class ChannelEnumeratorTest {

    private static final EnumeratorState FRESH = new EnumeratorState(Set.of());

    private final FakeEnumeratorContext context = new FakeEnumeratorContext(2);
    private final FakeWatch watch = new FakeWatch();

    @Test
    void givesEveryChannelToOneReader() {
        ChannelEnumerator enumerator = bounded(List.of("a", "b", "c"), FRESH);

        add(enumerator, 0, 1);

        assertThat(context.assigned)
                .containsOnly(
                        Map.entry(0, List.of(fresh("a"), fresh("c"))),
                        Map.entry(1, List.of(fresh("b"))));
        assertThat(context.toldNoMore).containsExactly(0, 1);
        assertThat(enumerator.snapshotState(1))
                .isEqualTo(new EnumeratorState(Set.of("a", "b", "c")));
    }

    @Test
    void startsOnlyWhatIsNewAfterARestore() {
        ChannelEnumerator enumerator =
                bounded(List.of("a", "b"), new EnumeratorState(Set.of("a", "gone")));

        add(enumerator, 0, 1);

        assertThat(context.assigned).containsOnly(Map.entry(1, List.of(fresh("b"))));
        assertThat(enumerator.snapshotState(1).assigned()).contains("gone");
    }

    @Test
    void givesWhatAReaderLostToItAgainWithItsCursor() {
        ChannelEnumerator enumerator = bounded(List.of("a"), new EnumeratorState(Set.of("a")));
        ChannelSplit lost = new ChannelSplit("a", Map.of("events", "7"), ArrivalHistory.NONE);

        enumerator.addSplitsBack(List.of(lost), 0);
        assertThat(enumerator.snapshotState(1).assigned()).isEmpty();
        add(enumerator, 0);

        assertThat(context.assigned).containsOnly(Map.entry(0, List.of(lost)));
    }

    @Test
    void neverTellsReadersOfAnUnboundedSourceToFinish() {
        add(unbounded(Optional.empty(), "a"), 0);

        assertThat(context.toldNoMore).isEmpty();
    }

    @Test
    void startsNothingBeforeItKnowsWhatIsConfiguredNow() {
        ChannelEnumerator enumerator = following("a");
        add(enumerator, 0);
        assertThat(context.assigned).isEmpty();

        watch.answers("b");
        context.timePasses();

        assertThat(context.assigned).containsOnly(Map.entry(0, List.of(fresh("b"))));
        assertThat(told()).containsExactly(List.of("b"));
    }

    @Test
    void givesANewChannelToAReaderAndTellsAllOfThem() {
        ChannelEnumerator enumerator = following("a");
        watch.answers("a");
        context.timePasses();
        add(enumerator, 0, 1);
        context.events.clear();

        watch.answers("a", "b");
        context.timePasses();

        assertThat(context.assigned)
                .containsOnly(Map.entry(0, List.of(fresh("a"))), Map.entry(1, List.of(fresh("b"))));
        assertThat(told()).containsExactly(List.of("a", "b"), List.of("a", "b"));
    }

    @Test
    void aChannelThatComesBackIsNotStartedFromItsBeginning() {
        ChannelEnumerator enumerator = following("a", "b");
        watch.answers("a", "b");
        context.timePasses();
        add(enumerator, 0);
        watch.answers("b");
        context.timePasses();
        context.assigned.clear();

        watch.answers("a", "b");
        context.timePasses();

        assertThat(context.assigned).isEmpty();
        assertThat(told()).endsWith(List.of("b"), List.of("a", "b"));
        assertThat(enumerator.snapshotState(1).assigned()).contains("a");
    }

    @Test
    void saysNothingWhenNothingChanged() {
        ChannelEnumerator enumerator = following("a");
        watch.answers("a");
        context.timePasses();
        add(enumerator, 0);
        context.events.clear();

        watch.unchanged();
        context.timePasses();

        assertThat(context.events).isEmpty();
    }

    @Test
    void aBrokenConfigurationKeepsTheLastGoodOneAndShowsInAMetric() {
        ChannelEnumerator enumerator = following("a");
        watch.answers("a");
        context.timePasses();
        add(enumerator, 0);
        context.events.clear();

        watch.breaks();
        context.timePasses();
        assertThat(context.gauge("configurationBroken")).isEqualTo(1);
        assertThat(context.gauge("channelsConfigured")).isEqualTo(1);
        assertThat(context.events).isEmpty();

        watch.answers("a");
        context.timePasses();
        assertThat(context.gauge("configurationBroken")).isEqualTo(0);
    }

    @Test
    void whatTheJobWasSubmittedWithHoldsWhenTheFirstLookFails() {
        ChannelEnumerator enumerator = following("a");
        add(enumerator, 0);

        watch.breaks();
        context.timePasses();

        assertThat(context.assigned).containsOnly(Map.entry(0, List.of(fresh("a"))));
        assertThat(told()).containsExactly(List.of("a"));
    }

    private List<List<String>> told() {
        return context.events.stream()
                .map(event -> (ChannelsEvent) event.getValue())
                .map(event -> event.channels().stream().map(HostedChannel::id).toList())
                .toList();
    }

    private void add(ChannelEnumerator enumerator, int... subtasks) {
        for (int subtask : subtasks) {
            context.register(subtask);
            enumerator.addReader(subtask);
        }
    }

    private ChannelEnumerator bounded(List<String> configured, EnumeratorState restored) {
        return new ChannelEnumerator(
                context,
                Boundedness.BOUNDED,
                configured.stream().map(Channels::hosted).toList(),
                Optional.empty(),
                Duration.ofSeconds(3),
                restored);
    }

    private ChannelEnumerator following(String... configured) {
        return unbounded(Optional.of(watch), configured);
    }

    private ChannelEnumerator unbounded(Optional<ChannelWatch> follow, String... configured) {
        ChannelEnumerator enumerator =
                new ChannelEnumerator(
                        context,
                        Boundedness.CONTINUOUS_UNBOUNDED,
                        Arrays.stream(configured).map(Channels::hosted).toList(),
                        follow,
                        Duration.ofSeconds(3),
                        FRESH);
        enumerator.start();
        return enumerator;
    }

    private static ChannelSplit fresh(String id) {
        return ChannelSplit.fresh(id);
    }

    /** A configuration as a test has it. */
    private static final class FakeWatch implements ChannelWatch {

        private static final long serialVersionUID = 1L;

        private transient Optional<List<HostedChannel>> next = Optional.empty();
        private boolean broken;

        void answers(String... ids) {
            broken = false;
            next = Optional.of(Arrays.stream(ids).map(Channels::hosted).toList());
        }

        void unchanged() {
            next = Optional.empty();
        }

        void breaks() {
            broken = true;
        }

        @Override
        public Optional<List<HostedChannel>> changed() throws YamlException {
            if (broken) {
                YamlFile.parse("throughline.yaml", "channels: [").check();
            }
            return next;
        }
    }
}
