package io.throughline.channels.file;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RejectedException;
import io.throughline.channels.definition.FileSpec;
import io.throughline.channels.json.Decoded;
import io.throughline.model.FailureReason;
import io.throughline.model.RawEnvelope;

/** Reads rows of CSV, each of which carries its header rows, as objects of texts by column. */
public final class Rows {

    private final FileSpec file;
    private volatile Known known;

    /**
     * @param file how they are written
     */
    public Rows(FileSpec file) {
        this.file = file;
    }

    /** The table that an envelope's row belongs to. */
    public CsvTable table(RawEnvelope envelope) {
        String header = envelope.headers().get(RawEnvelope.CSV_HEADER);
        // Rows of one file come one after the other, so the last table is nearly always right.
        Known latest = known;
        if (latest == null || !latest.header().equals(header)) {
            latest = new Known(header, CsvTable.of(header, file.delimiter()));
            known = latest;
        }
        return latest.table();
    }

    /**
     * The row as an object.
     *
     * @throws RejectedException when it is none of the table
     */
    public JsonNode row(CsvTable table, RawEnvelope envelope) {
        Decoded row = Decoded.of(envelope.payload(), file.charset());
        if (!row.valid()) {
            throw new RejectedException(
                    FailureReason.INVALID_ENCODING,
                    "there are bytes that are no "
                            + file.encoding()
                            + "; save the file as UTF-8, or say what it is in with 'encoding' in"
                            + " the channel's definition");
        }
        return table.row(row.text());
    }

    private record Known(String header, CsvTable table) {}
}
