package io.throughline.channels.file;

import io.throughline.channels.definition.Limits;
import java.io.IOException;
import java.util.Optional;

/** One record a line; blank lines are none. */
final class LineReader implements RecordReader {

    private final ByteWindow window;

    LineReader(ByteWindow window) {
        this.window = window;
    }

    @Override
    public Optional<RawRecord> next() throws IOException {
        while (window.has(0)) {
            long position = window.position();
            int length = 0;
            while (length <= Limits.MAX_CARRIED
                    && window.has(length)
                    && window.at(length) != '\n') {
                length++;
            }
            if (length > Limits.MAX_CARRIED) {
                return Optional.of(cut(window, position, false));
            }
            byte[] line = window.copy(length);
            window.skip(window.has(length) ? length + 1 : length);
            byte[] record = Bytes.withoutLineEnd(line);
            if (!Bytes.isBlank(record)) {
                return Optional.of(new RawRecord(record, position, window.position(), -1, null));
            }
        }
        return Optional.empty();
    }

    /**
     * Takes the beginning of a line that is too long, and consumes the rest of it.
     *
     * @param returns whether a carriage return ends a line as well
     */
    static RawRecord cut(ByteWindow window, long position, boolean returns) throws IOException {
        window.has(Limits.CUT_TO);
        byte[] kept = window.copy(Limits.CUT_TO);
        long size = 0;
        while (window.has(0)) {
            int length = 0;
            while (length < window.size() && !ends(window.at(length), returns)) {
                length++;
            }
            boolean found = length < window.size();
            size += length;
            window.skip(found ? length + 1 : length);
            if (found) {
                break;
            }
        }
        return new RawRecord(kept, position, window.position(), size, null);
    }

    private static boolean ends(byte b, boolean returns) {
        return returns ? Bytes.breaksLine(b) : b == '\n';
    }
}
