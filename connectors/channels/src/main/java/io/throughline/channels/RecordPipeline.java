package io.throughline.channels;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.DropRule;
import io.throughline.channels.json.Decoded;
import io.throughline.channels.json.JsonDocument;
import io.throughline.channels.json.JsonReader;
import io.throughline.model.FailureReason;
import io.throughline.model.RawEnvelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Splits a document into records and maps each on its own: one record in is one outcome out, and
 * what is wrong with one does not touch the next.
 */
final class RecordPipeline implements ChannelMapper {

    private final ChannelDefinition definition;
    private final RecordMapper mapper;

    RecordPipeline(ChannelDefinition definition, RecordMapper mapper) {
        this.definition = definition;
        this.mapper = mapper;
    }

    @Override
    public List<Outcome> map(RawEnvelope envelope, MapContext context) {
        Decoded decoded = Decoded.of(envelope.payload(), definition.file().charset());
        JsonDocument document = JsonReader.read(decoded, definition.limits().maxDepth());
        List<JsonNode> records = split(document);
        int inside = 0;
        for (JsonNode record : records) {
            inside += document.flawsIn(record);
        }
        if (inside < document.flaws()) {
            throw new RejectedException(
                    document.flawOf(document.root()).orElse(FailureReason.MALFORMED),
                    "the page around the records cannot be read");
        }
        List<Outcome> outcomes = new ArrayList<>(records.size());
        for (JsonNode record : records) {
            outcomes.add(map(record, document.flawOf(record), envelope, context));
        }
        return outcomes;
    }

    /** What cannot be split because of a flaw is refused for the flaw. */
    private List<JsonNode> split(JsonDocument document) {
        try {
            return split(document.root());
        } catch (RejectedException e) {
            throw document.flawOf(document.root())
                    .map(flaw -> new RejectedException(flaw, "no record can be found in it"))
                    .orElse(e);
        }
    }

    /** A list at the top holds documents, each of which is split on its own. */
    private List<JsonNode> split(JsonNode root) {
        if (!root.isArray()) {
            return mapper.split(root);
        }
        List<JsonNode> records = new ArrayList<>();
        for (JsonNode item : root) {
            records.addAll(item.isObject() ? mapper.split(item) : List.of(item));
        }
        return records;
    }

    /** The outcome of one record that was read. */
    Outcome map(
            JsonNode record,
            Optional<FailureReason> flaw,
            RawEnvelope envelope,
            MapContext context) {
        if (flaw.isPresent()) {
            return new Outcome.Rejected(flaw.get(), "a part of the record cannot be read");
        }
        if (!record.isObject()) {
            return new Outcome.Rejected(FailureReason.MALFORMED, "a record is no JSON object");
        }
        try {
            for (DropRule rule : definition.drop()) {
                if (rule.drops(record)) {
                    return new Outcome.Filtered(rule.reason());
                }
            }
            return mapper.map(record, envelope, of(record, context));
        } catch (RejectedException e) {
            return e.outcome();
        } catch (RuntimeException e) {
            return ChannelParser.unexpected(e);
        }
    }

    private MapContext of(JsonNode record, MapContext context) {
        String touchpoint =
                definition.touchpoint() == null
                        ? null
                        : definition.touchpoint().text(record).orElse(null);
        return new MapContext(
                context.source(), definition.channel().of(record), touchpoint, context.authors());
    }
}
