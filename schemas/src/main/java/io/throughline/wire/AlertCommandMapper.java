package io.throughline.wire;

import io.throughline.alert.AlertCommand;
import io.throughline.wire.avro.AlertCommandRecord;
import java.util.TreeMap;

/** Commands; matchers are written sorted, so that the same command has the same bytes. */
final class AlertCommandMapper implements RecordMapper<AlertCommand, AlertCommandRecord> {

    @Override
    public AlertCommandRecord toRecord(AlertCommand command) {
        return AlertCommandRecord.newBuilder()
                .setId(command.id())
                .setKind(command.kind().id())
                .setFrom(command.from())
                .setBy(command.by())
                .setComment(command.comment())
                .setAlert(command.alert())
                .setMatchers(new TreeMap<>(command.matchers()))
                .setUntil(command.until())
                .setDocument(command.document())
                .build();
    }

    @Override
    public AlertCommand fromRecord(AlertCommandRecord record) {
        return new AlertCommand(
                record.getId(),
                Names.constant(AlertCommand.Kind.class, record.getKind()),
                record.getFrom(),
                record.getBy(),
                record.getComment(),
                record.getAlert(),
                record.getMatchers(),
                record.getUntil(),
                record.getDocument());
    }
}
