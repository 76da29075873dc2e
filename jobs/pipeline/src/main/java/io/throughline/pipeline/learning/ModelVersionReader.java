package io.throughline.pipeline.learning;

import io.throughline.model.ModelVersion;
import io.throughline.pipeline.types.WireKind;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decodes the versions in {@code feedback.models}, as {@link KafkaModelLog} does. */
public final class ModelVersionReader implements KafkaRecordDeserializationSchema<ModelVersion> {

    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<ModelVersion> out) {
        ModelRecords.version(record.value(), record.topic() + "@" + record.offset())
                .ifPresent(out::collect);
    }

    @Override
    public TypeInformation<ModelVersion> getProducedType() {
        return WireKind.MODEL_VERSION_TYPE;
    }
}
