package io.throughline.pipeline.accounting;

import io.throughline.model.Tally;
import java.util.TreeMap;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sums between checkpoints and emits right before each barrier. It needs no state: after a failure
 * the records since the last checkpoint are counted again, and what was emitted for them was never
 * committed.
 */
final class TallyOperator extends AbstractStreamOperator<Tally>
        implements OneInputStreamOperator<Tally, Tally>, BoundedOneInput {

    private static final long serialVersionUID = 1L;

    private transient TreeMap<String, Tally> sums;

    @Override
    public void open() throws Exception {
        super.open();
        sums = new TreeMap<>();
    }

    @Override
    public void processElement(StreamRecord<Tally> element) {
        Tally change = element.getValue();
        sums.merge(change.channel(), change, Tally::plus);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        emit();
    }

    @Override
    public void endInput() {
        emit();
    }

    private void emit() {
        sums.values().stream()
                .filter(sum -> !sum.equals(Tally.none(sum.channel())))
                .forEach(sum -> output.collect(new StreamRecord<>(sum)));
        sums.clear();
    }
}
