package io.throughline.pipeline.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.throughline.model.ModelVersion;
import io.throughline.pipeline.Samples;
import io.throughline.wire.Codecs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What of {@code feedback.models} tags. */
class ModelRecordsTest {

    private static final ModelVersion LEARNED = Samples.version(3, Samples.NOON, "late");
    private static final ModelVersion LOST =
            new ModelVersion(
                    3,
                    ModelVersion.Kind.LOST,
                    LEARNED.engine(),
                    2,
                    Samples.NOON,
                    Samples.NOON,
                    1,
                    Duration.ZERO,
                    LEARNED.figures(),
                    new byte[0]);

    @Test
    void aChallengerThatLostIsReadButIsNoVersion() {
        byte[] bytes = Codecs.MODEL_VERSION.encode(LOST);

        assertThat(ModelRecords.any(bytes, "here")).contains(LOST);
        assertThat(ModelRecords.version(bytes, "here")).isEmpty();
        assertThat(ModelRecords.version(Codecs.MODEL_VERSION.encode(LEARNED), "here"))
                .contains(LEARNED);
    }

    @Test
    void theJobIsSentVersionsAlone() {
        List<ModelVersion> sent = new ArrayList<>();
        ModelVersionReader reader = new ModelVersionReader();
        for (byte[] value :
                new byte[][] {
                    Codecs.MODEL_VERSION.encode(LOST),
                    Codecs.MODEL_VERSION.encode(LEARNED),
                    null,
                    {1, 2, 3}
                }) {
            reader.deserialize(
                    new ConsumerRecord<>("feedback.models", 0, 0, null, value),
                    new ListCollector<>(sent));
        }

        assertThat(sent).containsExactly(LEARNED);
    }
}
