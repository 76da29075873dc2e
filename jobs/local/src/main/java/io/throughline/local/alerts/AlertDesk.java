package io.throughline.local.alerts;

import io.throughline.alert.Alert;
import io.throughline.alert.AlertCommand;
import io.throughline.kafka.GroupOffsets;
import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.StoredRecord;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.TopicWriter;
import io.throughline.kafka.Topics;
import io.throughline.pipeline.signals.SignalsJob;
import io.throughline.wire.Codecs;
import io.throughline.wire.WireFormatException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what the topics say of alerts, and writes what people say about them. */
public final class AlertDesk {

    private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);

    private final KafkaSettings kafka;

    public AlertDesk(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /**
     * All that is known now.
     *
     * @throws io.throughline.kafka.KafkaUnavailableException when Kafka cannot be used
     */
    public AlertBook book() {
        List<Alert> versions = new ArrayList<>();
        List<AlertCommand> commands = new ArrayList<>();
        try (TopicReader reader = TopicReader.open(kafka)) {
            reader.read(
                    Topics.ALERTS,
                    record -> decode(record, r -> versions.add(Codecs.ALERT.decode(r.value()))));
            reader.read(
                    Topics.ALERT_COMMANDS,
                    record ->
                            decode(
                                    record,
                                    r -> commands.add(Codecs.ALERT_COMMAND.decode(r.value()))));
        }
        return new AlertBook(versions, commands);
    }

    private static void decode(StoredRecord record, Consumer<StoredRecord> to) {
        if (record.value() == null) {
            return;
        }
        try {
            to.accept(record);
        } catch (WireFormatException e) {
            LOG.error("{} cannot be read and is left out", record, e);
        }
    }

    /**
     * Writes a command, and returns when it is committed.
     *
     * @throws io.throughline.kafka.KafkaUnavailableException when it was not
     */
    public void tell(AlertCommand command) {
        try (TopicWriter writer =
                TopicWriter.open(kafka, "throughline-alerts-" + UUID.randomUUID())) {
            writer.write(
                    List.of(
                            new TopicWriter.Write(
                                    Topics.ALERT_COMMANDS,
                                    command.id(),
                                    Codecs.ALERT_COMMAND.encode(command))));
        }
    }

    /** Whether the detectors have read, and saved, every command that was written. */
    public boolean heard() {
        try (TopicReader reader = TopicReader.open(kafka);
                GroupOffsets offsets = GroupOffsets.open(kafka)) {
            return !reader.hasRecordsFrom(
                    Topics.ALERT_COMMANDS, offsets.committed(SignalsJob.COMMANDS_GROUP));
        }
    }
}
