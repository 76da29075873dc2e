package io.throughline.pipeline.signals;

import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.SignalKey;
import io.throughline.domain.rollup.WindowChange;
import io.throughline.model.StageSignal;
import io.throughline.pipeline.OperatorId;
import io.throughline.pipeline.types.WireKind;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.OutputTag;

/**
 * Adds up stage x channel x minute of event time. A window is never closed: each change, however
 * late, gives a new version of the same document, so no record can come too late.
 */
final class RollUpStage {

    /** What hours and days get from the minutes. */
    static final OutputTag<WindowChange> WINDOWS =
            new OutputTag<>("windows", TypeInformation.of(WindowChange.class));

    private RollUpStage() {}

    static SingleOutputStreamOperator<StageSignal> append(DataStream<Change> changes) {
        return OperatorId.SIGNALS_ROLL_UP.on(
                changes.keyBy(
                                change -> change.contribution().key(),
                                TypeInformation.of(SignalKey.class))
                        .transform("roll-up", WireKind.STAGE_SIGNAL_TYPE, new RollUpOperator()));
    }
}
