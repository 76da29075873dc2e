package io.throughline.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/**
 * Reads single-object encoding. Avro's own {@code BinaryMessageDecoder} reads from a stream and so
 * allocates whatever length damaged bytes claim, up to 2 GiB; a decoder over the array knows how
 * many bytes are left and refuses. It also ignores bytes after the record, which this does not.
 */
final class MessageReader<R extends SpecificRecord> {

    private static final int HEADER = 10;
    private static final byte[] MARKER = {(byte) 0xC3, 0x01};

    private final Map<Long, DatumReader<R>> readers = new HashMap<>();

    /**
     * @param type class generated from the newest schema
     * @param writers every schema that bytes may be written in
     */
    @SuppressWarnings("unchecked")
    MessageReader(Class<R> type, List<Schema> writers) {
        SpecificData model = SpecificData.getForClass(type);
        Schema newest = model.getSchema(type);
        for (Schema writer : writers) {
            readers.put(
                    SchemaNormalization.parsingFingerprint64(writer),
                    (DatumReader<R>) model.createDatumReader(writer, newest));
        }
    }

    /**
     * The record of the bytes.
     *
     * @throws IOException when they are cut off, too long or of an unknown schema; Avro also throws
     *     unchecked exceptions on bytes that make no sense
     */
    R read(byte[] bytes) throws IOException {
        if (bytes.length < HEADER || bytes[0] != MARKER[0] || bytes[1] != MARKER[1]) {
            throw new IOException("no header of single-object encoding");
        }
        long fingerprint =
                ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(MARKER.length);
        DatumReader<R> reader = readers.get(fingerprint);
        if (reader == null) {
            throw new IOException("unknown schema " + Long.toHexString(fingerprint));
        }
        BinaryDecoder body =
                DecoderFactory.get().binaryDecoder(bytes, HEADER, bytes.length - HEADER, null);
        R record = reader.read(null, body);
        if (!body.isEnd()) {
            throw new IOException(body.remainingBytes() + " bytes are left over");
        }
        return record;
    }
}
