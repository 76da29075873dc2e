package io.throughline.conformance.specimen;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.file.CsvTable;
import io.throughline.model.RawEnvelope;
import java.nio.charset.Charset;
import java.util.List;
import java.util.StringJoiner;

/** A row of a CSV file, as an object of texts by column. */
final class TableRow implements Document {

    private final RawEnvelope envelope;
    private final Charset charset;
    private final char delimiter;
    private final List<String> columns;
    private final JsonNode row;

    TableRow(RawEnvelope envelope, Charset charset, Character delimiter) {
        String header = envelope.headers().get(RawEnvelope.CSV_HEADER);
        this.envelope = envelope;
        this.charset = charset;
        this.delimiter = delimiter == null ? CsvTable.delimiterOf(header) : delimiter;
        CsvTable table = CsvTable.of(header, this.delimiter);
        this.row = table.row(new String(envelope.payload(), charset));
        this.columns = row.propertyStream().map(field -> field.getKey()).toList();
    }

    @Override
    public RawEnvelope envelope() {
        return envelope;
    }

    @Override
    public List<JsonNode> records() {
        return List.of(row);
    }

    @Override
    public boolean holdsMany() {
        return false;
    }

    /** A cell that is no text is written as its JSON; one that is gone is empty. */
    @Override
    public RawEnvelope with(List<JsonNode> records) {
        StringJoiner cells = new StringJoiner(String.valueOf(delimiter));
        for (String column : columns) {
            JsonNode cell = records.get(0).path(column);
            String text =
                    cell.isMissingNode() || cell.isNull()
                            ? ""
                            : cell.isValueNode() ? cell.asText() : cell.toString();
            cells.add('"' + text.replace("\"", "\"\"") + '"');
        }
        return envelope.with(cells.toString().getBytes(charset));
    }
}
