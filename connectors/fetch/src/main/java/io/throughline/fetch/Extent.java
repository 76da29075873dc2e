package io.throughline.fetch;

/** Whether fetching ends. */
public enum Extent {
    /** One pass over all pages, streams until their server ends them, the files that are there. */
    BOUNDED,
    /** Polling, streaming and watching folders for ever. */
    UNBOUNDED
}
