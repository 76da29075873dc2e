package io.throughline.polling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.throughline.fetch.Failure;
import io.throughline.health.ArrivalHistory;
import io.throughline.model.ChannelHealth;
import io.throughline.model.HealthState;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.api.connector.source.Boundedness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChannelReaderTest {

    private final FakeChannel a = new FakeChannel("a");
    private final FakeChannel b = new FakeChannel("b");
    private ReaderHarness reader;

    @AfterEach
    void close() throws Exception {
        reader.close();
    }

    @Test
    void emitsWhatChannelsBringEachOnTheOutputOfItsSplit() {
        reader = unbounded(4).with("a", "b").configured("a", "b");
        a.holds("a1", "a2");
        b.holds("b1");

        reader.until(() -> envelopes() == 3);

        assertThat(reader.output.texts("a")).containsExactly("a1", "a2");
        assertThat(reader.output.texts("b")).containsExactly("b1");
        assertThat(reader.output.emitted)
                .filteredOn(one -> one.ingested().kind() == Ingested.Kind.ENVELOPE)
                .allMatch(one -> one.timestamp() == FakeChannel.OBSERVED.toEpochMilli());
    }

    @Test
    void aCheckpointHasTheCursorOfWhatWasEmitted() {
        reader = unbounded(4).with("a").configured("a");
        a.holds("a1", "a2", "a3", "a4", "a5");

        reader.until(() -> envelopes() >= 2);

        int emitted = envelopes();
        assertThat(reader.snapshot()).containsExactly(at("a", emitted));
    }

    @Test
    void startsNothingBeforeItIsToldWhatIsConfigured() {
        reader = unbounded(4).with("a");
        a.holds("a1");
        reader.until(() -> true);
        assertThat(a.openedAt).isEmpty();

        reader.configured("a");
        reader.until(() -> envelopes() == 1);
    }

    @Test
    void noMoreThanTwoBatchesWaitToBeEmitted() {
        reader = unbounded(4).with("a").configured("a");
        a.holds("a1", "a2", "a3", "a4", "a5");
        await().until(() -> a.fetches() == 2);

        assertThat(reader.hasNext()).isTrue();
        assertThat(a.fetches()).isEqualTo(2);
        reader.until(() -> envelopes() == 5);
    }

    @Test
    void aChannelThatIsTakenAwayKeepsItsCursorAndGoesOnThereWhenItComesBack() {
        reader = unbounded(4).with("a", "b").configured("a", "b");
        a.holds("a1");
        b.holds("b1");
        reader.until(() -> envelopes() == 2);

        reader.configured("b");
        a.holds("a2");
        b.holds("b2");
        reader.until(() -> envelopes() == 3);
        assertThat(reader.output.texts("a")).containsExactly("a1");
        assertThat(reader.snapshot()).contains(at("a", 1));
        assertThat(reader.output.outputs).containsExactly("b");
        await().until(() -> a.closed() == 1);

        reader.configured("a", "b");
        reader.until(() -> envelopes() == 4);
        assertThat(reader.output.texts("a")).containsExactly("a1", "a2");
        assertThat(a.openedAt).containsExactly(Map.of(), Map.of("n", "1"));
        assertThat(b.openedAt).hasSize(1);
    }

    @Test
    void aChannelThatChangedStartsAnewAtItsCursorAndNoOtherDoes() {
        reader = unbounded(4).with("a", "b").configured("a", "b");
        a.holds("a1");
        b.holds("b1");
        reader.until(() -> envelopes() == 2);

        reader.configured("a@2", "b");
        a.holds("a2");
        reader.until(() -> envelopes() == 3);

        assertThat(reader.output.texts("a")).containsExactly("a1", "a2");
        assertThat(a.openedAt).containsExactly(Map.of(), Map.of("n", "1"));
        assertThat(b.openedAt).hasSize(1);
    }

    @Test
    void whatAStoppedFetcherStillHadIsFetchedAgainAndNotEmittedTwice() {
        reader = unbounded(4).with("a").configured("a");
        a.holds("a1", "a2");
        await().until(() -> a.fetches() == 2);

        reader.configured("a@2");
        reader.until(() -> envelopes() == 2);

        assertThat(reader.output.texts("a")).containsExactly("a1", "a2");
        assertThat(a.openedAt).containsExactly(Map.of(), Map.of());
    }

    @Test
    void aChannelThatBreaksIsOpenedAgainAtItsCursorAndHoldsUpNoOther() {
        reader = unbounded(4).with("a", "b").configured("a", "b");
        a.holds("a1");
        reader.until(() -> envelopes() == 1);

        a.breaks(new IllegalStateException("as the test wants"));
        b.holds("b1", "b2");
        reader.until(() -> reader.output.texts("b").size() == 2);
        a.holds("a2");
        reader.until(() -> reader.output.texts("a").size() == 2);

        assertThat(a.openedAt).containsExactly(Map.of(), Map.of("n", "1"));
    }

    @Test
    void aBrokenChannelFailsABoundedRun() {
        reader = new ReaderHarness(Boundedness.BOUNDED, 4, a, b).with("a").configured("a");
        a.breaks(new IllegalStateException("as the test wants"));

        assertThatThrownBy(() -> reader.until(() -> false))
                .hasRootCauseMessage("as the test wants");
    }

    @Test
    void streamsThatWaitTakeTurnsOnFewerThreads() {
        reader = unbounded(1).with("a", "b").configured("a", "b");
        reader.until(() -> a.fetches() + b.fetches() > 0);

        a.holds("a1");
        b.holds("b1");
        reader.until(() -> envelopes() == 2);
        a.holds("a2");
        b.holds("b2");
        reader.until(() -> envelopes() == 4);

        assertThat(a.openedAt).hasSize(1);
        assertThat(b.openedAt).hasSize(1);
    }

    @Test
    void closesTheFetchersOfAllItsChannels() throws Exception {
        reader = unbounded(4).with("a", "b").configured("a", "b");
        a.holds("a1", "a2", "a3");
        reader.until(() -> a.fetches() >= 2 && b.fetches() == 1);

        reader.close();

        assertThat(a.closed()).isEqualTo(1);
        assertThat(b.closed()).isEqualTo(1);
    }

    @Test
    void endsWhenAllItsChannelsEnded() {
        reader = new ReaderHarness(Boundedness.BOUNDED, 4, a, b).with("a", "b");
        reader.noMoreSplits();
        reader.configured("a", "b");
        a.holds("a1").ends();
        b.ends();

        reader.until(() -> reader.isAtEnd());

        assertThat(reader.output.texts("a")).containsExactly("a1");
        assertThat(reader.snapshot()).isEmpty();
        assertThat(reader.output.words()).isEmpty();
    }

    @Test
    void saysHowAChannelIsDoingOnItsOwnOutputWithTheTimeOfTheWord() {
        reader = unbounded(4).with("a").configured("a");
        a.holds("a1");
        reader.until(() -> envelopes() == 1);
        a.health().succeeded();

        reader.until(() -> !reader.output.words().isEmpty());

        FakeOutput.Emitted word = reader.output.words().get(0);
        ChannelHealth health = word.ingested().health();
        assertThat(word.split()).isEqualTo("a");
        assertThat(word.timestamp()).isEqualTo(health.at().toEpochMilli());
        assertThat(health.source()).isEqualTo("a");
        assertThat(health.channel()).isEqualTo("web");
        assertThat(health.records()).isEqualTo(1);
    }

    @Test
    void aRefusedChannelIsFailingWithItsCause() {
        reader = unbounded(4).with("a").configured("a");
        reader.until(() -> a.health() != null);
        a.health().failed(new Failure(Failure.Kind.REFUSED, "status 401", Duration.ZERO));

        reader.until(
                () ->
                        reader.output.words().stream()
                                .map(word -> word.ingested().health())
                                .anyMatch(
                                        health ->
                                                health.state() == HealthState.FAILING
                                                        && "status 401".equals(health.cause())));
    }

    private ReaderHarness unbounded(int threads) {
        return new ReaderHarness(Boundedness.CONTINUOUS_UNBOUNDED, threads, a, b);
    }

    private int envelopes() {
        return reader.output.texts("a").size() + reader.output.texts("b").size();
    }

    private static ChannelSplit at(String id, int emitted) {
        return new ChannelSplit(id, Map.of("n", Integer.toString(emitted)), ArrivalHistory.NONE);
    }
}
