package io.throughline.pipeline.accounting;

import io.throughline.model.Tally;
import io.throughline.pipeline.OperatorId;
import io.throughline.pipeline.types.WireKind;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Adds up the changes of the counts and passes them on once a checkpoint, in the same transaction
 * as the records they count. So the sum over the topic is exact, whatever failed in between.
 */
public final class TallyStage {

    private TallyStage() {}

    public static SingleOutputStreamOperator<Tally> append(DataStream<Tally> changes) {
        return OperatorId.TAGGING_TALLY.on(
                changes.transform("tally", WireKind.TALLY_TYPE, new TallyOperator()));
    }
}
