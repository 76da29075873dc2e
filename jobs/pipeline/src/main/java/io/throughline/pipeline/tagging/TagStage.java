package io.throughline.pipeline.tagging;

import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.OperatorId;
import io.throughline.pipeline.types.WireKind;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Redacts and tags. Runs where the feedback was deduplicated, without another shuffle: keyed again
 * by the same id.
 */
final class TagStage {

    private TagStage() {}

    static SingleOutputStreamOperator<TaggedFeedback> append(
            DataStream<TaggedFeedback> unique, TaggingSettings tagging, OriginalBytes originals) {
        return OperatorId.TAGGING_TAG.on(
                DataStreamUtils.reinterpretAsKeyedStream(unique, tagged -> tagged.feedback().id())
                        .process(new TagFunction(tagging, originals))
                        .returns(WireKind.TAGGED_FEEDBACK_TYPE));
    }
}
