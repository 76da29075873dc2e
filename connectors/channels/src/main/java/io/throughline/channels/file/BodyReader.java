package io.throughline.channels.file;

import io.throughline.channels.definition.Limits;
import java.io.IOException;
import java.util.Optional;

/** The whole file is one record. */
final class BodyReader implements RecordReader {

    private final ByteWindow window;

    BodyReader(ByteWindow window) {
        this.window = window;
    }

    @Override
    public Optional<RawRecord> next() throws IOException {
        long position = window.position();
        if (!window.has(0)) {
            return Optional.empty();
        }
        if (!window.has(Limits.MAX_CARRIED)) {
            byte[] body = window.copy(window.size());
            window.skip(window.size());
            return Bytes.isBlank(body)
                    ? Optional.empty()
                    : Optional.of(new RawRecord(body, position, window.position(), -1, null));
        }
        byte[] kept = window.copy(Limits.CUT_TO);
        window.skipTo(Long.MAX_VALUE);
        long size = window.position() - position;
        return Optional.of(new RawRecord(kept, position, window.position(), size, null));
    }
}
