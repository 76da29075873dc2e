package io.throughline.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.flink.api.connector.source.Boundedness;
import org.junit.jupiter.api.Test;

class ChannelEnumeratorTest {

    private static final EnumeratorState FRESH = new EnumeratorState(Set.of());

    private final FakeEnumeratorContext context = new FakeEnumeratorContext(2);

    @Test
    void givesEveryChannelToOneReader() {
        ChannelEnumerator enumerator = bounded(List.of("a", "b", "c"), FRESH);

        enumerator.addReader(0);
        enumerator.addReader(1);

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

        enumerator.addReader(0);
        enumerator.addReader(1);

        assertThat(context.assigned).containsOnly(Map.entry(1, List.of(fresh("b"))));
        assertThat(enumerator.snapshotState(1).assigned()).contains("gone");
    }

    @Test
    void givesWhatAReaderLostToItAgainWithItsCursor() {
        ChannelEnumerator enumerator = bounded(List.of("a"), new EnumeratorState(Set.of("a")));
        ChannelSplit lost = new ChannelSplit("a", Map.of("events", "7"));

        enumerator.addSplitsBack(List.of(lost), 0);
        assertThat(enumerator.snapshotState(1).assigned()).isEmpty();
        enumerator.addReader(0);

        assertThat(context.assigned).containsOnly(Map.entry(0, List.of(lost)));
    }

    @Test
    void neverTellsReadersOfAnUnboundedSourceToFinish() {
        new ChannelEnumerator(context, Boundedness.CONTINUOUS_UNBOUNDED, List.of("a"), FRESH)
                .addReader(0);

        assertThat(context.toldNoMore).isEmpty();
    }

    private ChannelEnumerator bounded(List<String> configured, EnumeratorState restored) {
        return new ChannelEnumerator(context, Boundedness.BOUNDED, configured, restored);
    }

    private static ChannelSplit fresh(String id) {
        return new ChannelSplit(id, Map.of());
    }
}
