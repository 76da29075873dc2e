package io.throughline.pipeline.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.Tally;
import io.throughline.pipeline.Harnesses;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class TallyOperatorTest {

    private static final Tally RECEIVED = new Tally("email", 1, 0, 0, 0, 0, 0, 0);
    private static final Tally TAGGED = new Tally("email", 0, 1, 0, 0, 0, 0, 0);
    private static final Tally PHONE = new Tally("phone", 1, 0, 0, 0, 0, 0, 1);

    @Test
    void emitsOneSumAChannelRightBeforeTheBarrier() throws Exception {
        try (var harness = open(null)) {
            feed(harness, RECEIVED, TAGGED, PHONE, RECEIVED);
            assertThat(harness.getOutput()).isEmpty();

            harness.prepareSnapshotPreBarrier(1);

            assertThat(Harnesses.drain(harness))
                    .containsExactly(
                            new Tally("email", 2, 1, 0, 0, 0, 0, 0),
                            new Tally("phone", 1, 0, 0, 0, 0, 0, 1));
        }
    }

    @Test
    void countsNothingTwiceAndNothingForNothing() throws Exception {
        try (var harness = open(null)) {
            feed(harness, TAGGED, new Tally("email", 0, -1, 0, 0, 0, 0, 0));
            harness.prepareSnapshotPreBarrier(1);
            assertThat(Harnesses.drain(harness)).isEmpty();

            feed(harness, RECEIVED);
            harness.prepareSnapshotPreBarrier(2);
            harness.prepareSnapshotPreBarrier(3);
            assertThat(Harnesses.drain(harness)).containsExactly(RECEIVED);
        }
    }

    @Test
    void whatCameAfterTheBarrierIsForgottenByARestoreAndCountedOnceWhenReplayed() throws Exception {
        OperatorSubtaskState snapshot;
        try (var harness = open(null)) {
            feed(harness, RECEIVED);
            harness.prepareSnapshotPreBarrier(1);
            snapshot = harness.snapshot(1, 1);
            assertThat(Harnesses.drain(harness)).containsExactly(RECEIVED);
            feed(harness, TAGGED);
        }
        try (var harness = open(snapshot)) {
            feed(harness, TAGGED);
            harness.endInput();
            assertThat(Harnesses.drain(harness)).containsExactly(TAGGED);
        }
    }

    private static OneInputStreamOperatorTestHarness<Tally, Tally> open(OperatorSubtaskState state)
            throws Exception {
        var harness = new OneInputStreamOperatorTestHarness<>(new TallyOperator());
        harness.setup();
        if (state != null) {
            harness.initializeState(state);
        }
        harness.open();
        return harness;
    }

    private static void feed(OneInputStreamOperatorTestHarness<Tally, Tally> to, Tally... changes)
            throws Exception {
        for (Tally change : changes) {
            to.processElement(new StreamRecord<>(change));
        }
    }
}
