package io.throughline.channels.transcript;

import io.throughline.model.RawEnvelope;
import java.util.Optional;

/**
 * What a call is called that has no name but its file's: the name without its ending. Only the
 * first record of a file is called so; more of them would be one and the same otherwise.
 */
public final class FileStem {

    private static final int BYTE_ORDER_MARK_LENGTH = 3;

    private FileStem() {}

    /** Empty when the bytes are from no file, or not the first in it. */
    public static Optional<String> of(RawEnvelope envelope) {
        String name = envelope.headers().getOrDefault(RawEnvelope.FILE_NAME, "");
        int dot = name.lastIndexOf('.');
        String stem = (dot > 0 ? name.substring(0, dot) : name).strip();
        boolean first = envelope.position() <= BYTE_ORDER_MARK_LENGTH;
        return stem.isEmpty() || !first ? Optional.empty() : Optional.of(stem);
    }
}
