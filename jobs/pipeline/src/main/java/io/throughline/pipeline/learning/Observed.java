package io.throughline.pipeline.learning;

import io.throughline.model.TaughtText;
import io.throughline.pipeline.types.WireKind;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.EitherTypeInfo;
import org.apache.flink.types.Either;
import org.apache.flink.util.OutputTag;

/** What tagging tells learning: lessons on the left, counts on the right. */
public final class Observed {

    /** Type of what is told. */
    public static final TypeInformation<Either<TaughtText, TagCounts>> TYPE =
            new EitherTypeInfo<>(WireKind.TAUGHT_TEXT_TYPE, TypeInformation.of(TagCounts.class));

    /** Where the tagging step puts it out. */
    public static final OutputTag<Either<TaughtText, TagCounts>> TAG =
            new OutputTag<>("observed", TYPE);

    private Observed() {}
}
