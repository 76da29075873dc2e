package io.throughline.pipeline.learning;

import io.throughline.model.ModelVersion;
import io.throughline.model.TaughtText;
import io.throughline.pipeline.OperatorId;
import io.throughline.pipeline.types.WireKind;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.types.Either;

/** Lessons to versions of the model. One task learns: what it makes holds for all of them. */
public final class LearnStage {

    private LearnStage() {}

    public static SingleOutputStreamOperator<ModelVersion> append(
            DataStream<Either<TaughtText, TagCounts>> observed,
            LearnerSource learner,
            LearningSettings settings,
            ModelLog log) {
        var gathered =
                OperatorId.TAGGING_GATHER.on(
                        observed.transform(
                                "gather",
                                Observed.TYPE,
                                new GatherOperator(settings.window().toMillis())));
        return OperatorId.TAGGING_LEARN.on(
                gathered.keyBy(all -> 0, Types.INT)
                        .process(new LearnFunction(learner, settings, log, Background.THREAD))
                        .returns(WireKind.MODEL_VERSION_TYPE)
                        .setParallelism(1));
    }
}
