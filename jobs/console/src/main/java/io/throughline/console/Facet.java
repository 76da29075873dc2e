package io.throughline.console;

import java.util.Locale;

/** What feedback is filtered by, value by value, and counted by beside the hits. */
enum Facet {
    STAGE("stages.id"),
    CHANNEL("channel"),
    LABEL("sentiment.label"),
    LANGUAGE("language"),
    SOURCE("source"),
    TOUCHPOINT("touchpoint");

    /** Stands for documents without the field. */
    static final String NONE = "none";

    private final String field;

    Facet(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }

    /** Its name in addresses and answers. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
