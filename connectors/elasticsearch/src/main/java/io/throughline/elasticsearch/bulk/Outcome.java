package io.throughline.elasticsearch.bulk;

/** What one send of one write came to, and so what happens to it next. */
enum Outcome {
    /** Stored, or removed, or was not there to remove. */
    WRITTEN,
    /** Elasticsearch holds that version or a newer one: nothing to do. */
    UNCHANGED,
    /** May well succeed later: wait, then send this write again. */
    RETRY,
    /** Will never succeed: to the handler, never sent again. */
    REJECTED,
    /** Nothing sent like this succeeds: the job fails. */
    FATAL
}
