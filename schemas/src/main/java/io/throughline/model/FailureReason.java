package io.throughline.model;

/** Why a record became a dead letter. */
public enum FailureReason {
    /** Not the format, cut off, or an HTML page. */
    MALFORMED,
    /** Bytes that are no valid text in the encoding of the format. */
    INVALID_ENCODING,
    /** Something the channel requires is absent or null. */
    MISSING_FIELD,
    /** Wrong type, out of range, unreadable, or a time before 1990 or over a day ahead. */
    INVALID_FIELD,
    /** Larger than the channel allows. */
    TOO_LARGE,
    /** Nested deeper than can be read safely. */
    TOO_DEEP,
    /** A version or kind of event that is not known. */
    UNSUPPORTED,
    /** A tagging step threw. */
    TAGGER_FAILED,
    /** Elasticsearch refused the document. */
    INDEX_REJECTED
}
