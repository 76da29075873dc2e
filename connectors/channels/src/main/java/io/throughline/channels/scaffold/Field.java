package io.throughline.channels.scaffold;

/** What of a feedback is looked for in a sample, in the order in which people are told. */
public enum Field {
    NATURAL_ID("naturalId"),
    REVISION("revision"),
    OCCURRED_AT("occurredAt"),
    TEXT("text"),
    RATING("rating"),
    AUTHOR("author"),
    LANGUAGE("language"),
    URL("url"),
    TOUCHPOINT("touchpoint"),
    DELETED("deleted");

    private final String key;

    Field(String key) {
        this.key = key;
    }

    /** Its key in the {@code map} of a definition. */
    public String key() {
        return key;
    }
}
