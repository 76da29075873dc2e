package io.throughline.pipeline.tagging;

import io.throughline.domain.deduplicate.Decision;
import io.throughline.domain.deduplicate.Deduplicator;
import io.throughline.domain.deduplicate.Known;
import io.throughline.model.Feedback;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.OperatorId;
import io.throughline.pipeline.SideOutputs;
import io.throughline.pipeline.types.WireKind;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Lets the newest revision of each feedback through, not tagged yet. Remembers every id, also of
 * deleted feedback, so that nothing stale can come back to life.
 */
final class DeduplicateStage {

    private DeduplicateStage() {}

    static SingleOutputStreamOperator<TaggedFeedback> append(DataStream<Feedback> parsed) {
        return OperatorId.TAGGING_DEDUPLICATE.on(
                parsed.keyBy(Feedback::id)
                        .process(new Deduplicate())
                        .returns(WireKind.TAGGED_FEEDBACK_TYPE));
    }

    private static final class Deduplicate
            extends KeyedProcessFunction<String, Feedback, TaggedFeedback> {

        private static final long serialVersionUID = 1L;

        private transient ValueState<Known> known;

        @Override
        public void open(OpenContext context) {
            known = getRuntimeContext().getState(new ValueStateDescriptor<>("known", Known.class));
        }

        @Override
        public void processElement(
                Feedback feedback, Context context, Collector<TaggedFeedback> out)
                throws Exception {
            Decision decision = Deduplicator.decide(known.value(), feedback);
            known.update(decision.next());
            context.output(SideOutputs.TALLIES, decision.change());
            if (decision.emit() != null) {
                out.collect(
                        new TaggedFeedback(
                                decision.emit(),
                                decision.firstOccurredAt(),
                                null,
                                null,
                                TaggedFeedback.generation(decision.next().sequence(), 0),
                                Map.of()));
            }
        }
    }
}
