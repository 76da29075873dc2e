package io.throughline.pipeline.tagging;

import io.throughline.model.Correction;
import io.throughline.model.ModelVersion;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.Harnesses;
import io.throughline.pipeline.learning.ModelLog;
import io.throughline.pipeline.types.WireKind;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.apache.flink.types.Either;
import org.apache.flink.util.OutputTag;

/** The tagging step by itself, as its stage appends it. */
final class TagHarness implements AutoCloseable {

    private final KeyedBroadcastOperatorTestHarness<
                    String, Either<TaggedFeedback, Correction>, ModelVersion, TaggedFeedback>
            harness;

    private TagHarness(
            KeyedBroadcastOperatorTestHarness<
                            String,
                            Either<TaggedFeedback, Correction>,
                            ModelVersion,
                            TaggedFeedback>
                    harness) {
        this.harness = harness;
    }

    /**
     * @param state to start from; null for none
     */
    static TagHarness open(
            TaggingSettings settings,
            OriginalBytes originals,
            ModelLog log,
            OperatorSubtaskState state)
            throws Exception {
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
        TagHarness tag =
                new TagHarness(
                        Harnesses.broadcast(
                                TagStage.append(
                                        env.fromData(List.of(), WireKind.TAGGED_FEEDBACK_TYPE),
                                        env.fromData(List.of(), TagInput.TYPE),
                                        env.fromData(List.of(), WireKind.MODEL_VERSION_TYPE),
                                        settings,
                                        originals,
                                        log)));
        if (state != null) {
            tag.harness.initializeState(state);
        }
        tag.harness.open();
        return tag;
    }

    /** What comes of a feedback that is unique. */
    List<TaggedFeedback> feedback(TaggedFeedback unique) throws Exception {
        harness.processElement(Either.Left(unique), 0);
        return Harnesses.drain(harness);
    }

    /** What comes of a correction. */
    List<TaggedFeedback> correction(Correction correction) throws Exception {
        harness.processElement(Either.Right(correction), 0);
        return Harnesses.drain(harness);
    }

    /** A version arrives from the log. */
    void version(ModelVersion version) throws Exception {
        harness.processBroadcastElement(version, 0);
    }

    <S> List<S> side(OutputTag<S> tag) {
        return Harnesses.drain(harness, tag);
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
