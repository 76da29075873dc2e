package io.throughline.pipeline.signals;

import io.throughline.model.ChannelHealth;
import io.throughline.pipeline.types.WireKind;
import io.throughline.wire.Codecs;
import io.throughline.wire.WireFormatException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decodes {@code feedback.channel-health}. What cannot be read is said in the log and passed over:
 * the next word comes within a minute, and no signal is worth less for it.
 */
final class ChannelHealthReader implements KafkaRecordDeserializationSchema<ChannelHealth> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ChannelHealthReader.class);

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<ChannelHealth> out) {
        try {
            out.collect(Codecs.CHANNEL_HEALTH.decode(record.value()));
        } catch (WireFormatException e) {
            LOG.warn("No word on health at offset {} of {}", record.offset(), record.topic(), e);
        }
    }

    @Override
    public TypeInformation<ChannelHealth> getProducedType() {
        return WireKind.CHANNEL_HEALTH_TYPE;
    }
}
