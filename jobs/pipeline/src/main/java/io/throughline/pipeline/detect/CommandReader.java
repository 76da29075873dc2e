package io.throughline.pipeline.detect;

import io.throughline.wire.Codecs;
import io.throughline.wire.WireFormatException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes {@code feedback.alert-commands}. What is none is said in the log and left out, as {@link
 * KafkaCommandLog} does: the topic is kept for ever, and failing would keep the job from ever
 * starting again.
 */
public final class CommandReader implements KafkaRecordDeserializationSchema<Word> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(CommandReader.class);

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Word> out) {
        if (record.value() == null) {
            return;
        }
        try {
            out.collect(Word.of(Codecs.ALERT_COMMAND.decode(record.value())));
        } catch (WireFormatException e) {
            LOG.error("{}@{} is no command", record.topic(), record.offset(), e);
        }
    }

    @Override
    public TypeInformation<Word> getProducedType() {
        return TypeInformation.of(Word.class);
    }
}
