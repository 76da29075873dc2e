package io.throughline.fetch.stream;

import io.throughline.channels.definition.Limits;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** The bytes of one message, of which no more is held than can be carried. */
final class CutBytes {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private long size;

    void add(byte[] bytes, int offset, int length) {
        int room = Limits.MAX_CARRIED - kept.size();
        kept.write(bytes, offset, Math.min(room, length));
        size += length;
    }

    boolean isBlank() {
        if (size > 64) {
            return false;
        }
        for (byte b : kept.toByteArray()) {
            if (b != ' ' && b != '\r' && b != '\t' && b != '\n') {
                return false;
            }
        }
        return true;
    }

    /** Ends the message. */
    Message message() {
        byte[] bytes = kept.toByteArray();
        boolean cut = size > bytes.length;
        Message message =
                cut ? Message.of(Arrays.copyOf(bytes, Limits.CUT_TO), size) : Message.of(bytes, -1);
        clear();
        return message;
    }

    void clear() {
        kept.reset();
        size = 0;
    }
}
