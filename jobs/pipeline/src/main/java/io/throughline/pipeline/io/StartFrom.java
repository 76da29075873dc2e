package io.throughline.pipeline.io;

/** Where a job starts to read its topics. */
public enum StartFrom {
    /** A job without former state. */
    BEGINNING,
    /** A job restored from a savepoint or checkpoint, which holds the offsets. */
    STATE
}
