package io.throughline.pipeline.signals;

import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contribution;
import io.throughline.domain.rollup.Contributions;
import io.throughline.domain.rollup.Retractions;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.OperatorId;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Turns the changelog of feedback into changes of signals: remembers what a feedback contributed,
 * takes it back when the feedback is edited, tagged anew or deleted, and adds the new. A line older
 * than what it has is left out, as in the index: lines of one feedback come from the tagging job
 * and from people who tag anew beside it.
 */
final class RetractStage {

    private RetractStage() {}

    static SingleOutputStreamOperator<Change> append(DataStream<TaggedFeedback> tagged) {
        return OperatorId.SIGNALS_RETRACT.on(
                tagged.keyBy(change -> change.feedback().id())
                        .process(new Retract())
                        .returns(TypeInformation.of(Change.class)));
    }

    private static final class Retract
            extends KeyedProcessFunction<String, TaggedFeedback, Change> {

        private static final long serialVersionUID = 1L;

        private transient ValueState<List<Contribution>> contributed;
        private transient ValueState<Long> version;

        @Override
        public void open(OpenContext context) {
            contributed =
                    getRuntimeContext()
                            .getState(
                                    new ValueStateDescriptor<>(
                                            "contributed",
                                            Types.LIST(TypeInformation.of(Contribution.class))));
            version =
                    getRuntimeContext().getState(new ValueStateDescriptor<>("version", Types.LONG));
        }

        @Override
        public void processElement(TaggedFeedback tagged, Context context, Collector<Change> out)
                throws Exception {
            Long known = version.value();
            if (known != null && tagged.documentVersion() < known) {
                return;
            }
            version.update(tagged.documentVersion());
            List<Contribution> former = contributed.value();
            List<Contribution> now = Contributions.of(tagged);
            Retractions.between(
                            former == null ? List.of() : former,
                            now,
                            Contributions.excerpt(tagged).orElse(null))
                    .forEach(out::collect);
            if (now.isEmpty()) {
                contributed.clear();
            } else {
                contributed.update(now);
            }
        }
    }
}
