package io.throughline.notify.deliver;

import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.KafkaUnavailableException;
import io.throughline.kafka.TopicReader;
import io.throughline.kafka.TopicWriter;
import io.throughline.kafka.TopicWriter.Write;
import io.throughline.kafka.Topics;
import io.throughline.kafka.WriterReplacedException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The delivery log in {@link Topics#DELIVERIES}. It is opened before it is read, and who opens it
 * ends whoever wrote before: two processes never deliver side by side for longer than one message.
 */
public final class KafkaDeliveryLog implements DeliveryLog, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaDeliveryLog.class);
    private static final String NAME = "throughline-notify";

    private final KafkaSettings settings;
    private TopicWriter writer;

    private KafkaDeliveryLog(KafkaSettings settings, TopicWriter writer) {
        this.settings = settings;
        this.writer = writer;
    }

    /**
     * The log.
     *
     * @throws KafkaUnavailableException when the broker cannot be reached
     */
    public static KafkaDeliveryLog open(KafkaSettings settings) {
        return new KafkaDeliveryLog(settings, TopicWriter.open(settings, NAME));
    }

    @Override
    public List<Told> all() {
        return all(settings);
    }

    /** The entries, without opening the log for writing. */
    public static List<Told> all(KafkaSettings settings) {
        Map<String, Told> entries = new LinkedHashMap<>();
        try (TopicReader reader = TopicReader.open(settings)) {
            reader.read(
                    Topics.DELIVERIES,
                    record -> {
                        String key = new String(record.key(), StandardCharsets.UTF_8);
                        if (record.value() == null) {
                            entries.remove(key);
                            return;
                        }
                        try {
                            entries.put(
                                    key,
                                    ToldJson.read(
                                            new String(record.value(), StandardCharsets.UTF_8)));
                        } catch (IllegalArgumentException e) {
                            LOG.error("{} is no entry of the delivery log", record);
                        }
                    });
        }
        return List.copyOf(entries.values());
    }

    @Override
    public synchronized void add(List<Told> entries) {
        if (writer == null) {
            writer = TopicWriter.open(settings, NAME);
        }
        try {
            writer.write(
                    entries.stream()
                            .map(
                                    told ->
                                            new Write(
                                                    Topics.DELIVERIES,
                                                    told.key(),
                                                    ToldJson.line(told)
                                                            .getBytes(StandardCharsets.UTF_8)))
                            .toList());
        } catch (WriterReplacedException e) {
            throw new LogTakenException(e);
        } catch (KafkaUnavailableException e) {
            writer.close();
            writer = null;
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        if (writer != null) {
            writer.close();
        }
    }
}
