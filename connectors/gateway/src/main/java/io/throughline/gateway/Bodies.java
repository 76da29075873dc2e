package io.throughline.gateway;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Reads request bodies without ever holding more than the limit. */
final class Bodies {

    private Bodies() {}

    /**
     * All bytes of a body.
     *
     * @throws BodyTooLargeException as soon as one byte more than the limit was read
     */
    static byte[] read(InputStream body, int maxBytes) throws IOException {
        byte[] bytes = body.readNBytes(maxBytes);
        if (bytes.length == maxBytes && body.read() >= 0) {
            throw new BodyTooLargeException(maxBytes);
        }
        return bytes;
    }

    /**
     * The bytes that a gzip stream stands for; the limit holds while it is inflated, so a small
     * stream of a huge body costs no more than the limit.
     *
     * @throws BodyTooLargeException as soon as one byte more than the limit came out
     */
    static byte[] gunzip(byte[] compressed, int maxBytes) throws IOException {
        try (InputStream inflated = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
            return read(inflated, maxBytes);
        }
    }
}
