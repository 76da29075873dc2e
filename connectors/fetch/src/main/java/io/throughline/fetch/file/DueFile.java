package io.throughline.fetch.file;

import java.nio.file.Path;

/**
 * A part of a file that is to be read now.
 *
 * @param state of the file when this was decided
 * @param from offset of the first byte
 * @param to offset after the last byte
 */
record DueFile(Path path, FileState state, long from, long to) {}
