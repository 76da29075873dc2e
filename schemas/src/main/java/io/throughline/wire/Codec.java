package io.throughline.wire;

/**
 * Turns records into bytes and back: Avro single-object encoding, that is the two bytes C3 01, the
 * schema's CRC-64-AVRO fingerprint (8 bytes, little-endian) and the Avro binary body. A codec
 * writes its newest schema and reads every schema ever released. Thread-safe.
 *
 * <p>Source of the format: Avro specification, "Single-object encoding".
 */
public interface Codec<T> {

    /** The bytes of a record. */
    byte[] encode(T value);

    /**
     * The record of the bytes.
     *
     * @throws WireFormatException when they are cut off, no single-object encoding, or of an
     *     unknown schema
     */
    T decode(byte[] bytes);
}
