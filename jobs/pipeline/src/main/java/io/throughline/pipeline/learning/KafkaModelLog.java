package io.throughline.pipeline.learning;

import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.StoredRecord;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.Topics;
import io.throughline.model.ModelVersion;
import io.throughline.wire.Codecs;
import io.throughline.wire.WireFormatException;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code feedback.models}. */
public record KafkaModelLog(KafkaSettings kafka) implements ModelLog {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaModelLog.class);

    @Override
    public void read(Consumer<ModelVersion> to) {
        try (TopicReader reader = TopicReader.open(kafka)) {
            reader.read(Topics.MODELS, record -> decode(record).ifPresent(to));
        }
    }

    /**
     * The version in a record. One that cannot be read is left out: the topic is kept for ever, and
     * failing would keep every job from ever starting again.
     */
    private static Optional<ModelVersion> decode(StoredRecord record) {
        try {
            return record.value() == null
                    ? Optional.empty()
                    : Optional.of(Codecs.MODEL_VERSION.decode(record.value()));
        } catch (WireFormatException e) {
            LOG.error("{} is no model version and is left out", record, e);
            return Optional.empty();
        }
    }
}
