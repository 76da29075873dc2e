package io.throughline.pipeline.signals;

import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.SignalFacts;
import io.throughline.domain.rollup.SignalKey;
import io.throughline.domain.rollup.WindowChange;
import io.throughline.domain.rollup.WindowChanges;
import io.throughline.model.StageSignal;
import java.util.LinkedHashSet;
import java.util.Set;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Keeps the facts of each minute, and gathers on the side what hours and days get from all of them
 * together.
 */
final class RollUpOperator extends LiveOperator<Change, StageSignal> {

    private static final long serialVersionUID = 1L;

    private transient ValueState<SignalFacts> facts;
    private transient Set<SignalKey> changed;
    private transient WindowChanges windows;

    @Override
    public void open() throws Exception {
        super.open();
        changed = new LinkedHashSet<>();
        windows = new WindowChanges();
        facts =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("facts", SignalFacts.class));
    }

    @Override
    public void processElement(StreamRecord<Change> element) throws Exception {
        Change change = element.getValue();
        SignalFacts known = facts.value();
        SignalFacts sums = known == null ? new SignalFacts() : known;
        sums.apply(change);
        facts.update(sums);
        changed.add(change.contribution().key());
        windows.add(change);
    }

    @Override
    void emitChanged() throws Exception {
        for (SignalKey key : changed) {
            setCurrentKey(key);
            output.collect(new StreamRecord<>(facts.value().toSignal(key)));
        }
        changed.clear();
        for (WindowChange change : windows.drain()) {
            output.collect(RollUpStage.WINDOWS, new StreamRecord<>(change));
        }
    }
}
