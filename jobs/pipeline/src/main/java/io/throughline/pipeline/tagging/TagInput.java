package io.throughline.pipeline.tagging;

import io.throughline.model.Correction;
import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.types.WireKind;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.EitherTypeInfo;
import org.apache.flink.types.Either;

/** What the tagging step takes: unique feedback on the left, corrections on the right. */
final class TagInput {

    static final TypeInformation<Either<TaggedFeedback, Correction>> TYPE =
            new EitherTypeInfo<>(WireKind.TAGGED_FEEDBACK_TYPE, WireKind.CORRECTION_TYPE);

    private TagInput() {}

    /** The id that both are keyed by. */
    static String id(Either<TaggedFeedback, Correction> input) {
        return input.isLeft() ? input.left().feedback().id() : input.right().line().feedback().id();
    }
}
