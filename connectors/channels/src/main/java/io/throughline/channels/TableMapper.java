package io.throughline.channels;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.RecordPipeline.Found;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.expression.Page;
import io.throughline.channels.file.CsvTable;
import io.throughline.channels.json.Decoded;
import io.throughline.model.FailureReason;
import io.throughline.model.RawEnvelope;
import java.util.List;
import java.util.Optional;

/**
 * Maps one row of a CSV file as an object of texts by column. An envelope without a header row is
 * JSON: any channel can be read from JSON lines as well.
 */
final class TableMapper implements ChannelMapper {

    private final ChannelDefinition definition;
    private final RecordPipeline records;
    private volatile Known known;

    TableMapper(ChannelDefinition definition, RecordPipeline records) {
        this.definition = definition;
        this.records = records;
    }

    @Override
    public List<Outcome> map(RawEnvelope envelope, MapContext context) {
        String header = envelope.headers().get(RawEnvelope.CSV_HEADER);
        if (header == null) {
            return records.map(envelope, context);
        }
        Decoded row = Decoded.of(envelope.payload(), definition.file().charset());
        if (!row.valid()) {
            throw new RejectedException(
                    FailureReason.INVALID_ENCODING,
                    "there are bytes that are no "
                            + definition.file().encoding()
                            + "; save the file as UTF-8, or say what it is in with 'encoding' in"
                            + " the channel's definition");
        }
        JsonNode cells = table(header).row(row.text());
        Found found = new Found(cells, Page.empty());
        return List.of(records.map(found, Optional.empty(), envelope, context));
    }

    /**
     * Rows of one file come one after the other, so the last table is nearly always the right one.
     */
    private CsvTable table(String header) {
        Known latest = known;
        if (latest == null || !latest.header().equals(header)) {
            latest = new Known(header, CsvTable.of(header, definition.file().delimiter()));
            known = latest;
        }
        return latest.table();
    }

    private record Known(String header, CsvTable table) {}
}
