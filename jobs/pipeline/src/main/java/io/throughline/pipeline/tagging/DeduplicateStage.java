package io.throughline.pipeline.tagging;

import io.throughline.domain.deduplicate.Decision;
import io.throughline.domain.deduplicate.Deduplicator;
import io.throughline.domain.deduplicate.Known;
import io.throughline.model.DeadLetter;
import io.throughline.model.Feedback;
import io.throughline.model.ProcessingStage;
import io.throughline.model.Replay;
import io.throughline.model.TaggedFeedback;
import io.throughline.model.Tally;
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
 * deleted feedback, so that nothing stale can come back to life. The replay of a record that failed
 * behind it is no duplicate, though its content is known.
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
            DeadLetter letter = Replayed.letter(feedback);
            if (letter != null && decision.emit() == null) {
                if (failedAfter(letter) && decision.change().duplicates() > 0) {
                    decision = Deduplicator.again(decision.next(), feedback);
                } else {
                    context.output(
                            SideOutputs.DEAD_LETTERS,
                            Replayed.ended(letter, feedback, outcome(decision.change())));
                }
            }
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

        /** Whether this operator had let it through when it failed. */
        private static boolean failedAfter(DeadLetter letter) {
            return letter.stage() == ProcessingStage.REDACT
                    || letter.stage() == ProcessingStage.TAG;
        }

        private static Replay.Outcome outcome(Tally change) {
            if (change.duplicates() > 0) {
                return Replay.Outcome.DUPLICATE;
            }
            return change.deleted() > 0 ? Replay.Outcome.DELETED : Replay.Outcome.SUPERSEDED;
        }
    }
}
