package io.throughline.pipeline.detect;

import io.throughline.model.DeadLetter;
import io.throughline.wire.Codecs;
import io.throughline.wire.WireFormatException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes {@code feedback.dead-letter} and leaves the original bytes behind: here they are only
 * counted, and no state may hold them. What became of a replay is no new letter. What is none is
 * said in the log and left out.
 */
public final class DeadLetterReader implements KafkaRecordDeserializationSchema<Word> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterReader.class);

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<Word> out) {
        try {
            DeadLetter letter = Codecs.DEAD_LETTER.decode(record.value());
            if (letter.replay() == null) {
                out.collect(Word.of(letter.bare()));
            }
        } catch (WireFormatException e) {
            LOG.warn("{}@{} is no dead letter", record.topic(), record.offset(), e);
        }
    }

    @Override
    public TypeInformation<Word> getProducedType() {
        return TypeInformation.of(Word.class);
    }
}
