package io.throughline.pipeline.signals;

import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.SignalFacts;
import io.throughline.domain.rollup.SignalKey;
import io.throughline.model.StageSignal;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.flink.api.common.operators.ProcessingTimeService.ProcessingTimeCallback;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Keeps the facts of each key and emits a changed key once a second and before each checkpoint
 * barrier, however often it changed in between. Since what was read before a barrier is always out
 * before it, a completed checkpoint means that the documents are searchable.
 */
final class RollUpOperator extends AbstractStreamOperator<StageSignal>
        implements OneInputStreamOperator<Change, StageSignal>,
                BoundedOneInput,
                ProcessingTimeCallback {

    private static final long serialVersionUID = 1L;
    private static final Duration LIVE_UPDATE = Duration.ofSeconds(1);

    private transient ValueState<SignalFacts> facts;
    private transient Set<SignalKey> changed;

    @Override
    public void open() throws Exception {
        super.open();
        changed = new LinkedHashSet<>();
        facts =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("facts", SignalFacts.class));
        scheduleNext();
    }

    @Override
    public void processElement(StreamRecord<Change> element) throws Exception {
        Change change = element.getValue();
        SignalFacts sums = facts.value() == null ? new SignalFacts() : facts.value();
        sums.apply(change);
        facts.update(sums);
        changed.add(change.contribution().key());
    }

    @Override
    public void onProcessingTime(long timestamp) throws Exception {
        emitChanged();
        scheduleNext();
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        emitChanged();
    }

    @Override
    public void endInput() throws Exception {
        emitChanged();
    }

    private void emitChanged() throws Exception {
        for (SignalKey key : changed) {
            setCurrentKey(key);
            output.collect(new StreamRecord<>(facts.value().toSignal(key)));
        }
        changed.clear();
    }

    private void scheduleNext() {
        getProcessingTimeService()
                .registerTimer(
                        getProcessingTimeService().getCurrentProcessingTime()
                                + LIVE_UPDATE.toMillis(),
                        this);
    }
}
