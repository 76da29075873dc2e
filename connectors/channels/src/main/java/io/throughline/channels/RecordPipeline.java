package io.throughline.channels;

import com.fasterxml.jackson.databind.JsonNode;
import io.throughline.channels.definition.ChannelDefinition;
import io.throughline.channels.definition.DropRule;
import io.throughline.channels.expression.Page;
import io.throughline.channels.expression.Scope;
import io.throughline.channels.file.CsvTable;
import io.throughline.channels.file.PayloadParts;
import io.throughline.channels.file.PayloadReader;
import io.throughline.channels.file.Rows;
import io.throughline.channels.json.JsonDocument;
import io.throughline.model.FailureReason;
import io.throughline.model.Hashes;
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
    private final PayloadReader payloads;
    private final Rows rows;
    private final boolean aloneTellsWhich;

    RecordPipeline(ChannelDefinition definition, RecordMapper mapper) {
        this.definition = definition;
        this.mapper = mapper;
        this.payloads = new PayloadReader(definition);
        this.rows = new Rows(definition.file());
        this.aloneTellsWhich = aloneTellsWhich(definition);
    }

    /** Whether what a record is called depends on nothing but the record. */
    private static boolean aloneTellsWhich(ChannelDefinition definition) {
        if (definition.map() == null) {
            return true;
        }
        String id = definition.map().naturalId().toString();
        return !id.contains("$$") && !id.contains("header(");
    }

    @Override
    public List<Outcome> map(RawEnvelope envelope, MapContext context) {
        if (envelope.headers().containsKey(RawEnvelope.CSV_HEADER)) {
            return row(envelope, context);
        }
        if (!definition.file().format().isOfLines()) {
            return document(envelope, context);
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (RawEnvelope part : PayloadParts.of(definition, envelope)) {
            outcomes.addAll(part(part, context));
        }
        return outcomes;
    }

    /** What is wrong with one part does not touch the next. */
    private List<Outcome> part(RawEnvelope part, MapContext context) {
        try {
            return part.headers().containsKey(RawEnvelope.CSV_HEADER)
                    ? row(part, context)
                    : document(part, context);
        } catch (RejectedException e) {
            return List.of(e.outcome());
        } catch (RuntimeException e) {
            return List.of(ChannelParser.unexpected(e));
        }
    }

    private List<Outcome> row(RawEnvelope envelope, MapContext context) {
        CsvTable table = rows.table(envelope);
        Found found = new Found(rows.row(table, envelope), new Page(table.page()));
        return List.of(map(found, Optional.empty(), envelope, context));
    }

    private List<Outcome> document(RawEnvelope envelope, MapContext context) {
        JsonDocument document = payloads.read(envelope);
        List<Found> records = split(document);
        int inside = 0;
        for (Found found : records) {
            inside += document.flawsIn(found.record());
        }
        if (inside < document.flaws()) {
            throw new RejectedException(
                    document.flawOf(document.root()).orElse(FailureReason.MALFORMED),
                    "the page around the records cannot be read");
        }
        List<Outcome> outcomes = new ArrayList<>(records.size());
        for (Found found : records) {
            outcomes.add(map(found, document.flawOf(found.record()), envelope, context));
        }
        return outcomes;
    }

    /** What cannot be split because of a flaw is refused for the flaw. */
    private List<Found> split(JsonDocument document) {
        try {
            return split(document.root());
        } catch (RejectedException e) {
            throw document.flawOf(document.root())
                    .map(flaw -> new RejectedException(flaw, "no record can be found in it"))
                    .orElse(e);
        }
    }

    /** A list at the top holds documents, each of which is split on its own. */
    private List<Found> split(JsonNode root) {
        if (!root.isArray()) {
            return found(root);
        }
        List<Found> records = new ArrayList<>();
        for (JsonNode item : root) {
            records.addAll(
                    item.isObject() ? found(item) : List.of(new Found(item, new Page(root))));
        }
        return records;
    }

    private List<Found> found(JsonNode document) {
        Page page = new Page(document);
        return mapper.split(document).stream().map(record -> new Found(record, page)).toList();
    }

    /**
     * A record and where it was found.
     *
     * @param record whatever is there
     * @param page what it was taken from
     */
    private record Found(JsonNode record, Page page) {}

    /** The outcome of one record that was read. */
    private Outcome map(
            Found found, Optional<FailureReason> flaw, RawEnvelope envelope, MapContext context) {
        if (flaw.isPresent()) {
            return new Outcome.Rejected(flaw.get(), "a part of the record cannot be read");
        }
        Outcome outcome = map(found, envelope, context);
        return aloneTellsWhich && outcome instanceof Outcome.Rejected rejected
                ? rejected.of(Hashes.sha256(found.record().toString()))
                : outcome;
    }

    private Outcome map(Found found, RawEnvelope envelope, MapContext context) {
        JsonNode record = found.record();
        if (!record.isObject()) {
            return new Outcome.Rejected(FailureReason.MALFORMED, "a record is no JSON object");
        }
        Scope scope = new Scope(record, found.page(), envelope);
        try {
            for (DropRule rule : definition.drop()) {
                if (rule.drops(scope)) {
                    return new Outcome.Filtered(rule.reason());
                }
            }
            return mapper.map(record, envelope, of(scope, context));
        } catch (RejectedException e) {
            return e.outcome();
        } catch (RuntimeException e) {
            return ChannelParser.unexpected(e);
        }
    }

    private MapContext of(Scope scope, MapContext context) {
        String touchpoint =
                definition.touchpoint() == null
                        ? null
                        : definition.touchpoint().text(scope).orElse(null);
        return new MapContext(
                context.source(),
                definition.channel().of(scope),
                touchpoint,
                context.authors(),
                scope.page());
    }
}
