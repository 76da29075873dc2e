package io.throughline.channels.qualtrics;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RejectedException;
import io.throughline.model.FailureReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The columns of a file: names, question texts and import ids, a header row each. */
final class Columns {

    private static final int IMPORT_IDS = 2;

    private final List<Of> all = new ArrayList<>();

    /** A column and what it holds. */
    record Of(Column column, Column.Kind kind) {}

    private Columns(List<Column> columns) {
        Set<String> ids = new HashSet<>();
        columns.forEach(column -> ids.add(column.importId()));
        columns.forEach(column -> all.add(new Of(column, column.kind(ids::contains))));
    }

    List<Of> all() {
        return all;
    }

    /**
     * The columns of a page of header rows.
     *
     * @throws RejectedException {@code MALFORMED} when the third row holds no import ids: then rows
     *     of answers would have been taken for header rows
     */
    static Columns of(JsonNode page) {
        JsonNode ids = page.path("header").path(IMPORT_IDS);
        List<Column> columns = new ArrayList<>();
        boolean found = false;
        for (Map.Entry<String, JsonNode> cell : ids.properties()) {
            found |= cell.getValue().asText().contains("ImportId");
            columns.add(Column.of(cell.getKey(), cell.getValue().asText()));
        }
        if (!found) {
            throw new RejectedException(
                    FailureReason.MALFORMED,
                    "the third row holds no ImportId: export with all three header rows");
        }
        return new Columns(columns);
    }

    /** The values of a response in JSON, which are named by import id. */
    static Columns ofValues(JsonNode values) {
        List<Column> columns = new ArrayList<>();
        values.properties()
                .forEach(value -> columns.add(new Column(value.getKey(), value.getKey(), null)));
        return new Columns(columns);
    }
}
