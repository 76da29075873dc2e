package io.throughline.channels.file;

import java.io.IOException;
import java.util.Optional;

/** Cuts one shape of file into records. */
interface RecordReader {

    /** The next record, or empty at the end of the file. */
    Optional<RawRecord> next() throws IOException;
}
