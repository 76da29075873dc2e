package io.throughline.wire;

import org.apache.avro.specific.SpecificRecord;

/** Translates between a record of the model and the class generated from its Avro schema. */
interface RecordMapper<T, R extends SpecificRecord> {

    R toRecord(T value);

    /**
     * @throws IllegalArgumentException when the record holds what the model does not allow
     */
    T fromRecord(R record);
}
