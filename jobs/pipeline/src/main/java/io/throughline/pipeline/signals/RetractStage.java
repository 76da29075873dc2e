package io.throughline.pipeline.signals;

import io.throughline.domain.rollup.Change;
import io.throughline.domain.rollup.Contribution;
import io.throughline.domain.rollup.Contributions;
import io.throughline.domain.rollup.Retractions;
import io.throughline.domain.rollup.Retractions.Said;
import io.throughline.domain.rollup.Segments;
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

    static SingleOutputStreamOperator<Change> append(
            DataStream<TaggedFeedback> tagged, Segments segments) {
        return OperatorId.SIGNALS_RETRACT.on(
                tagged.keyBy(change -> change.feedback().id())
                        .process(new Retract(segments))
                        .returns(TypeInformation.of(Change.class)));
    }

    private static final class Retract
            extends KeyedProcessFunction<String, TaggedFeedback, Change> {

        private static final long serialVersionUID = 1L;

        private final Segments segments;
        private transient ValueState<List<Contribution>> contributed;
        private transient ValueState<List<String>> terms;
        private transient ValueState<Long> version;

        Retract(Segments segments) {
            this.segments = segments;
        }

        @Override
        public void open(OpenContext context) {
            contributed =
                    getRuntimeContext()
                            .getState(
                                    new ValueStateDescriptor<>(
                                            "contributed",
                                            Types.LIST(TypeInformation.of(Contribution.class))));
            terms =
                    getRuntimeContext()
                            .getState(
                                    new ValueStateDescriptor<>("terms", Types.LIST(Types.STRING)));
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
            Said now = new Said(Contributions.of(tagged, segments), Contributions.terms(tagged));
            Retractions.between(former(), now, Contributions.excerpt(tagged).orElse(null))
                    .forEach(out::collect);
            if (now.contributions().isEmpty()) {
                contributed.clear();
                terms.clear();
            } else {
                contributed.update(now.contributions());
                terms.update(now.terms());
            }
        }

        private Said former() throws Exception {
            List<Contribution> contributions = contributed.value();
            List<String> said = terms.value();
            return contributions == null
                    ? Said.NOTHING
                    : new Said(contributions, said == null ? List.of() : said);
        }
    }
}
