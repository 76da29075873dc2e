package io.throughline.model;

import java.util.Locale;

/** Step of the pipeline in which a record failed. */
public enum ProcessingStage {
    RECEIVE,
    PARSE,
    DEDUPLICATE,
    REDACT,
    TAG,
    INDEX;

    /** The name on the wire, lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
