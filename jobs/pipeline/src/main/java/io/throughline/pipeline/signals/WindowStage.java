package io.throughline.pipeline.signals;

import io.throughline.domain.rollup.SignalFacts;
import io.throughline.domain.rollup.WindowChange;
import io.throughline.domain.rollup.WindowKey;
import io.throughline.model.StageSignal;
import io.throughline.pipeline.OperatorId;
import io.throughline.pipeline.types.WireKind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Adds up hours and days, of single channels, of all and of segments, from what the minutes gather.
 * Like minutes they are never closed.
 */
final class WindowStage {

    private WindowStage() {}

    static SingleOutputStreamOperator<StageSignal> append(DataStream<WindowChange> changes) {
        return OperatorId.SIGNALS_WINDOWS.on(
                changes.keyBy(WindowChange::window, TypeInformation.of(WindowKey.class))
                        .transform("windows", WireKind.STAGE_SIGNAL_TYPE, new WindowOperator()));
    }

    /** Touches the facts of a window once a second, since those of a busy day are large. */
    private static final class WindowOperator extends LiveOperator<WindowChange, StageSignal> {

        private static final long serialVersionUID = 1L;

        private transient ValueState<SignalFacts> facts;
        private transient Map<WindowKey, SignalFacts> changed;

        @Override
        public void open() throws Exception {
            super.open();
            changed = new LinkedHashMap<>();
            facts =
                    getRuntimeContext()
                            .getState(new ValueStateDescriptor<>("facts", SignalFacts.class));
        }

        @Override
        public void processElement(StreamRecord<WindowChange> element) {
            WindowChange change = element.getValue();
            changed.merge(change.window(), change.facts(), WindowOperator::sum);
        }

        /** Adds to the first; a record that came from another task is ours alone. */
        private static SignalFacts sum(SignalFacts known, SignalFacts more) {
            known.add(more);
            known.addTerms(more);
            return known;
        }

        @Override
        void emitChanged() throws Exception {
            for (Map.Entry<WindowKey, SignalFacts> change : changed.entrySet()) {
                setCurrentKey(change.getKey());
                SignalFacts known = facts.value();
                SignalFacts sums =
                        known == null ? change.getValue() : sum(known, change.getValue());
                facts.update(sums);
                output.collect(new StreamRecord<>(sums.toSignal(change.getKey())));
            }
            changed.clear();
        }
    }
}
