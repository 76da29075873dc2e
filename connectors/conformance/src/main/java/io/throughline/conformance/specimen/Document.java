package io.throughline.conformance.specimen;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.model.RawEnvelope;
import java.util.List;

/** One envelope taken apart into its records, which can be changed and put together again. */
public interface Document {

    /** As it was. */
    RawEnvelope envelope();

    /** Its records, in order. */
    List<JsonNode> records();

    /** What kinds of values the shape can hold. */
    default Values values() {
        return Values.TEXTS;
    }

    /** Kinds of values. */
    enum Values {
        /** Of JSON. */
        TYPED,
        /** Texts of any kind, as in a table or a form. */
        TEXTS,
        /** Lines, of which none can hold a line break. */
        LINES
    }

    /** Whether the shape can hold other numbers of records than it does. */
    boolean holdsMany();

    /**
     * The envelope with these records instead.
     *
     * @param records as many as there are, unless it {@link #holdsMany}
     */
    RawEnvelope with(List<JsonNode> records);
}
