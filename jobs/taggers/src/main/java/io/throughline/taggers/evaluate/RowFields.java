package io.throughline.taggers.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/** The values of a row by name, of a CSV or a JSON line. */
interface RowFields {

    /** The text of a field, without space around; empty when it is absent or blank. */
    String text(String name);

    /** A nested value; empty when it is absent, or the format has none. */
    default Optional<JsonNode> nested(String name) {
        return Optional.empty();
    }

    /** Cells of a CSV record by lower-case column. */
    static RowFields of(CSVRecord row, Map<String, Integer> columns) {
        return name -> {
            Integer index = columns.get(name);
            return index == null || index >= row.size() ? "" : row.get(index).strip();
        };
    }

    /** Fields of a JSON object. */
    static RowFields of(JsonNode object) {
        return new RowFields() {
            @Override
            public String text(String name) {
                JsonNode value = object.path(name);
                return value.isValueNode() && !value.isNull() ? value.asText().strip() : "";
            }

            @Override
            public Optional<JsonNode> nested(String name) {
                JsonNode value = object.path(name);
                return value.isContainerNode() ? Optional.of(value) : Optional.empty();
            }
        };
    }
}
