package io.throughline.taggers.evaluate;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** The rows of a file of labels, one after the other. */
interface LabelRows extends Closeable {

    /**
     * The next row; empty at the end.
     *
     * @throws LabelFileException when the row is wrong; the message names the line and what is due
     * @throws IOException when the file cannot be read
     */
    Optional<LabelRow> next() throws IOException;
}
