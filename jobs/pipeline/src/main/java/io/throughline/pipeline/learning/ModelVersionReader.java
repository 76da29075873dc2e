package io.throughline.pipeline.learning;

import io.throughline.model.ModelVersion;
import io.throughline.pipeline.types.WireKind;
import io.throughline.wire.Codecs;
import io.throughline.wire.WireFormatException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decodes {@code feedback.models}, as {@link KafkaModelLog} does. */
public final class ModelVersionReader implements KafkaRecordDeserializationSchema<ModelVersion> {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ModelVersionReader.class);

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<ModelVersion> out) {
        if (record.value() == null) {
            return;
        }
        try {
            out.collect(Codecs.MODEL_VERSION.decode(record.value()));
        } catch (WireFormatException e) {
            LOG.error("{}@{} is no model version", record.topic(), record.offset(), e);
        }
    }

    @Override
    public TypeInformation<ModelVersion> getProducedType() {
        return WireKind.MODEL_VERSION_TYPE;
    }
}
