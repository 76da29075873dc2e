package io.throughline.channels.expression;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** A compiled part of an expression. */
interface Term {

    /** Its value for a record; a missing node when there is none; never throws. */
    JsonNode of(JsonNode record);

    /** Adds the top-level fields it looks at. */
    void fields(Set<String> into);

    /** Whether it looks at the whole record. */
    boolean hashesContent();
}
