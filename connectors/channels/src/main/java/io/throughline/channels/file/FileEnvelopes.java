package io.throughline.channels.file;

import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.model.RawEnvelope;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Cuts a file into envelopes, one after the other, in bounded memory. */
public final class FileEnvelopes implements Closeable {

    /**
     * An envelope and where to go on.
     *
     * @param envelope its position is the byte offset it begins at
     * @param nextOffset byte offset to open the file at so that the next envelope comes first
     */
    public record Positioned(RawEnvelope envelope, long nextOffset) {}

    private FileEnvelopes() {}

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
        throw new UnsupportedOperationException("in work");
    }

    /** The next envelope, or empty at the end of the file. */
    public Optional<Positioned> next() throws IOException {
        throw new UnsupportedOperationException("in work");
    }

    @Override
    public void close() throws IOException {}
}
