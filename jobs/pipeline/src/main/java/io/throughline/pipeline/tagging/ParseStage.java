package io.throughline.pipeline.tagging;

import io.throughline.model.Feedback;
import io.throughline.pipeline.OperatorId;
import io.throughline.pipeline.types.WireKind;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Envelopes to feedback: one record in is one feedback, one dead letter or one filtered count. */
final class ParseStage {

    private ParseStage() {}

    static SingleOutputStreamOperator<Feedback> append(
            DataStream<RawRecord> raw, ChannelSettings channels) {
        return OperatorId.TAGGING_PARSE.on(
                raw.process(new ParseFunction(channels)).returns(WireKind.FEEDBACK_TYPE));
    }
}
