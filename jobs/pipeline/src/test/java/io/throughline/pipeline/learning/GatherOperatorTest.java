package io.throughline.pipeline.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.TaughtText;
import io.throughline.pipeline.Harnesses;
import io.throughline.pipeline.Samples;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.types.Either;
import org.junit.jupiter.api.Test;

class GatherOperatorTest {

    private static final long HOUR = 3_600_000;

    @Test
    void lessonsPassAndCountsComeAsSumsBeforeTheBarrier() throws Exception {
        TaughtText lesson =
                new TaughtText(
                        "a", Samples.NOON, List.of(), null, null, null, null, null, null, "person");
        try (var harness =
                new OneInputStreamOperatorTestHarness<
                        Either<TaughtText, TagCounts>, Either<TaughtText, TagCounts>>(
                        new GatherOperator(HOUR))) {
            harness.setup(Observed.TYPE.createSerializer(new SerializerConfigImpl()));
            harness.open();
            harness.processElement(Either.Right(count(10, 5)), 0);
            harness.processElement(Either.Left(lesson), 0);
            harness.processElement(Either.Right(count(HOUR - 1, 9)), 0);
            harness.processElement(Either.Right(count(HOUR, 7)), 0);
            harness.processElement(Either.Right(count(-1, 7)), 0);
            assertThat(Harnesses.drain(harness)).containsExactly(Either.Left(lesson));

            harness.prepareSnapshotPreBarrier(1);
            assertThat(Harnesses.drain(harness))
                    .containsExactly(
                            Either.Right(new TagCounts(-HOUR, 7, 1, 1, 0, 1, 0, 0)),
                            Either.Right(new TagCounts(0, 9, 2, 2, 0, 2, 0, 0)),
                            Either.Right(new TagCounts(HOUR, 7, 1, 1, 0, 1, 0, 0)));

            harness.prepareSnapshotPreBarrier(2);
            assertThat(Harnesses.drain(harness)).isEmpty();
        }
    }

    private static TagCounts count(long occurred, long appended) {
        return new TagCounts(occurred, appended, 1, 1, 0, 1, 0, 0);
    }
}
