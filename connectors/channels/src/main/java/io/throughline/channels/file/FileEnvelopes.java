package io.throughline.channels.file;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.json.Decoded;
import io.throughline.model.RawEnvelope;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Cuts a file into envelopes, one after the other, in bounded memory: a few times {@link
 * io.throughline.channels.definition.Limits#MAX_CARRIED} at most, whatever is in the file.
 *
 * <p>A row of CSV, a line of JSON lines and an event of a recorded stream are an envelope each; a
 * JSON list and every other body is one as a whole. Envelopes are observed at the file's
 * modification time, so that reading it again gives the same ones.
 */
public final class FileEnvelopes implements Closeable {

    /** Bytes of header rows; beyond this they are none: every envelope carries its file's. */
    private static final int LONGEST_HEADER = 1 << 17;

    private final ChannelDefinition definition;
    private final FileOrigin file;
    private final InputStream in;
    private final Map<String, String> headers = new TreeMap<>();
    private final RecordReader records;

    /**
     * An envelope and where to go on.
     *
     * @param envelope its position is the byte offset it begins at
     * @param nextOffset byte offset to open the file at so that the next envelope comes first
     */
    public record Positioned(RawEnvelope envelope, long nextOffset) {}

    private FileEnvelopes(
            ChannelDefinition definition, FileOrigin file, InputStream in, long startOffset)
            throws IOException {
        this.definition = definition;
        this.file = file;
        this.in = in;
        headers.put(RawEnvelope.FILE_NAME, file.name());
        ByteWindow window = new ByteWindow(in);
        skipByteOrderMark(window);
        this.records = reader(window, startOffset);
    }

    /**
     * Opens a file.
     *
     * @param in the file's bytes from its beginning, even when reading starts later: format and
     *     header row are there; closed with this
     * @param startOffset 0, or a {@link Positioned#nextOffset}
     */
    public static FileEnvelopes open(
            ChannelDefinition definition, FileOrigin file, InputStream in, long startOffset)
            throws IOException {
        return new FileEnvelopes(definition, file, in, startOffset);
    }

    /** The next envelope, or empty at the end of the file. */
    public Optional<Positioned> next() throws IOException {
        return records.next().map(record -> new Positioned(envelope(record), record.nextOffset()));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private RecordReader reader(ByteWindow window, long startOffset) throws IOException {
        FileShape shape = FileShape.of(window, definition, file.name());
        Character delimiter = definition.file().delimiter();
        if (shape == FileShape.CSV) {
            Optional<String> header = header(window, delimiter);
            if (header.isPresent()) {
                headers.put(RawEnvelope.CSV_HEADER, header.get());
                delimiter = delimiter == null ? CsvTable.delimiterOf(header.get()) : delimiter;
            } else {
                shape = FileShape.BODY;
            }
        }
        if (shape == FileShape.BODY && startOffset > window.position()) {
            return Optional::empty;
        }
        window.skipTo(startOffset);
        return switch (shape) {
            case EMPTY -> Optional::empty;
            case BODY -> new BodyReader(window);
            case LINES -> new LineReader(window);
            case CSV -> new CsvReader(window, delimiter);
            case EVENTS -> new SseReader(window);
        };
    }

    /**
     * Consumes the header rows, and joins them by line feeds; empty, and nothing consumed, when the
     * first is too long to be one.
     */
    private Optional<String> header(ByteWindow window, Character delimiter) throws IOException {
        int length = 0;
        boolean begun = false;
        while (window.has(length) && (!begun || !Bytes.breaksLine(window.at(length)))) {
            begun |= !Bytes.isSpace(window.at(length));
            if (++length > LONGEST_HEADER) {
                return Optional.empty();
            }
        }
        CsvReader reader = new CsvReader(window, delimiter);
        List<String> rows = new ArrayList<>();
        int bytes = 0;
        for (int row = 0; row < definition.file().headerRows(); row++) {
            Optional<RawRecord> next = reader.next();
            bytes += next.map(record -> record.bytes().length).orElse(0);
            if (next.isEmpty() || (row > 0 && bytes > LONGEST_HEADER)) {
                break;
            }
            Decoded text = Decoded.of(next.get().bytes(), definition.file().charset());
            rows.add(Decoded.wellFormed(text.text()));
        }
        return rows.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", rows));
    }

    private static void skipByteOrderMark(ByteWindow window) throws IOException {
        byte[] mark = Bytes.BYTE_ORDER_MARK;
        if (window.has(mark.length - 1)
                && window.at(0) == mark[0]
                && window.at(1) == mark[1]
                && window.at(2) == mark[2]) {
            window.skip(mark.length);
        }
    }

    private RawEnvelope envelope(RawRecord record) {
        Map<String, String> own = new TreeMap<>(headers);
        if (record.event() != null) {
            own.put(RawEnvelope.SSE_EVENT, record.event());
        }
        boolean named = file.occurredAt() != null;
        Instant hint = named ? file.occurredAt() : file.modifiedAt();
        return new RawEnvelope(
                definition.id(),
                file.modifiedAt(),
                hint,
                named ? "option" : "file-time",
                file.origin(),
                record.position(),
                own,
                record.originalSize(),
                record.bytes());
    }
}
