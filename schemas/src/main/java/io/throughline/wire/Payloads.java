package io.throughline.wire;

import java.nio.ByteBuffer;

/** Copies bytes out of Avro's buffers. */
final class Payloads {

    private Payloads() {}

    static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
