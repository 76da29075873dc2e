package io.throughline.channels;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.model.RawEnvelope;
import java.util.List;

/**
 * Turns one record, read as JSON, into a feedback. What most channels implement: decoding, depth,
 * splitting and the catching of failures happen around it.
 */
public interface RecordMapper extends MapperProvider {

    @Override
    default ChannelMapper mapper(Records records) {
        return records.each(this);
    }

    /**
     * The records of a document, e.g. the entries of a feed page; empty when it holds none.
     *
     * @throws RejectedException when it cannot be split
     */
    default List<JsonNode> split(JsonNode document) {
        return List.of(document);
    }

    /**
     * What becomes of one record.
     *
     * @param record an object
     * @throws RejectedException when it cannot be used
     */
    Outcome map(JsonNode record, RawEnvelope envelope, MapContext context);
}
