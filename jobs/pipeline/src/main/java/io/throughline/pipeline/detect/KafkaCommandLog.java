package io.throughline.pipeline.detect;

import io.throughline.alert.AlertCommand;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.StoredRecord;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.Topics;
import io.throughline.wire.Codecs;
import io.throughline.wire.WireFormatException;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code feedback.alert-commands}. */
public record KafkaCommandLog(KafkaSettings kafka) implements CommandLog {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaCommandLog.class);

    @Override
    public void read(Consumer<AlertCommand> to) {
        try (TopicReader reader = TopicReader.open(kafka)) {
            reader.read(Topics.ALERT_COMMANDS, record -> decode(record).ifPresent(to));
        }
    }

    private static Optional<AlertCommand> decode(StoredRecord record) {
        try {
            return record.value() == null
                    ? Optional.empty()
                    : Optional.of(Codecs.ALERT_COMMAND.decode(record.value()));
        } catch (WireFormatException e) {
            LOG.error("{} is no command and is left out", record, e);
            return Optional.empty();
        }
    }
}
