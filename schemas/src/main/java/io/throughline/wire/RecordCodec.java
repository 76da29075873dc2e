package io.throughline.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificRecord;

/**
 * A codec over a class generated from an Avro schema. Avro's encoder and decoder keep their buffers
 * a thread, and the encoder hands out copies, so one codec serves all threads.
 */
final class RecordCodec<T, R extends SpecificRecord> implements Codec<T> {

    private final BinaryMessageEncoder<R> encoder;
    private final BinaryMessageDecoder<R> decoder;
    private final RecordMapper<T, R> mapper;

    static {
        TrustedClasses.register();
    }

    RecordCodec(
            BinaryMessageEncoder<R> encoder,
            BinaryMessageDecoder<R> decoder,
            RecordMapper<T, R> mapper) {
        this.encoder = encoder;
        this.decoder = decoder;
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
            ByteArrayInputStream in = new ByteArrayInputStream(bytes);
            T value = mapper.fromRecord(decoder.decode(in, null));
            if (in.available() > 0) {
                throw new IllegalArgumentException(in.available() + " bytes are left over");
            }
            return value;
        } catch (IOException | RuntimeException e) {
            throw new WireFormatException(bytes.length + " bytes are no known record", e);
        }
    }
}
