package io.throughline.pipeline.learning;

import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.Topics;
import io.throughline.model.ModelVersion;
import java.util.function.Consumer;

/** {@code feedback.models}. */
public record KafkaModelLog(KafkaSettings kafka) implements ModelLog {

    @Override
    public void read(Consumer<ModelVersion> to) {
        readAll(
                version -> {
                    if (version.tags()) {
                        to.accept(version);
                    }
                });
    }

    /** Hands challengers that lost to the consumer too. */
    public void readAll(Consumer<ModelVersion> to) {
        try (TopicReader reader = TopicReader.open(kafka)) {
            reader.read(
                    Topics.MODELS,
                    record -> ModelRecords.any(record.value(), record).ifPresent(to));
        }
    }
}
