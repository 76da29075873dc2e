package io.throughline.pipeline.tagging;

import io.throughline.model.Correction;
import io.throughline.model.ModelVersion;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.OperatorId;
import io.throughline.pipeline.learning.ModelLog;
import io.throughline.pipeline.types.WireKind;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.types.Either;

/**
 * Redacts and tags. Keyed by the id the feedback was deduplicated by, so a record stays on its
 * subtask; what was tagged meets its corrections there, and versions of the model come to all.
 */
final class TagStage {

    private TagStage() {}

    static SingleOutputStreamOperator<TaggedFeedback> append(
            DataStream<TaggedFeedback> unique,
            DataStream<Either<TaggedFeedback, Correction>> corrections,
            DataStream<ModelVersion> models,
            TaggingSettings tagging,
            OriginalBytes originals,
            ModelLog log) {
        DataStream<Either<TaggedFeedback, Correction>> feedback =
                OperatorId.TAGGING_UNIQUE.on(
                        unique.map(Either::<TaggedFeedback, Correction>Left)
                                .returns(TagInput.TYPE));
        return OperatorId.TAGGING_TAG.on(
                feedback.union(corrections)
                        .keyBy(TagInput::id)
                        .connect(models.broadcast(TagFunction.VERSIONS))
                        .process(new TagFunction(tagging, originals, log))
                        .returns(WireKind.TAGGED_FEEDBACK_TYPE));
    }
}
