package io.throughline.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * A codec over a class generated from an Avro schema. Avro's encoder keeps its buffer a thread and
 * hands out copies, so one codec serves all threads.
 */
final class RecordCodec<T, R extends SpecificRecord> implements Codec<T> {

    private final BinaryMessageEncoder<R> encoder;
    private final MessageReader<R> reader;
    private final RecordMapper<T, R> mapper;

    static {
        TrustedClasses.register();
    }

    RecordCodec(Class<R> type, List<Schema> released, RecordMapper<T, R> mapper) {
        SpecificData model = SpecificData.getForClass(type);
        this.encoder = new BinaryMessageEncoder<>(model, model.getSchema(type));
        this.reader = new MessageReader<>(type, released);
        this.mapper = mapper;
    }

    @Override
    public byte[] encode(T value) {
        try {
            return Payloads.bytes(encoder.encode(mapper.toRecord(value)));
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }

    @Override
    public T decode(byte[] bytes) {
        try {
            return mapper.fromRecord(reader.read(bytes));
        } catch (IOException | RuntimeException e) {
            throw new WireFormatException(bytes.length + " bytes are no known record", e);
        }
    }
}
