package io.throughline.pipeline.signals;

import io.throughline.model.TaggedFeedback;
import io.throughline.pipeline.types.WireKind;
import io.throughline.wire.Codecs;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Decodes {@code feedback.tagged}, which only our own job writes: bad bytes fail the job. */
final class TaggedFeedbackReader implements KafkaRecordDeserializationSchema<TaggedFeedback> {

    private static final long serialVersionUID = 1L;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<TaggedFeedback> out) {
        out.collect(Codecs.TAGGED_FEEDBACK.decode(record.value()));
    }

    @Override
    public TypeInformation<TaggedFeedback> getProducedType() {
        return WireKind.TAGGED_FEEDBACK_TYPE;
    }
}
