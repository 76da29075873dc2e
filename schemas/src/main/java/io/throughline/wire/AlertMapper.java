package io.throughline.wire;

import io.throughline.model.Alert;
import io.throughline.model.AlertState;
import io.throughline.model.Direction;
import io.throughline.wire.avro.AlertRecord;

final class AlertMapper implements RecordMapper<Alert, AlertRecord> {

    @Override
    public AlertRecord toRecord(Alert alert) {
        return AlertRecord.newBuilder()
                .setId(alert.id())
                .setRule(alert.rule())
                .setJourney(alert.journey())
                .setStage(alert.stage())
                .setState(alert.state().id())
                .setDirection(alert.direction().id())
                .setOnset(alert.onset())
                .setFiredAt(alert.firedAt())
                .setResolvedAt(alert.resolvedAt())
                .setExpected(alert.expected())
                .setObserved(alert.observed())
                .setCount(alert.count())
                .setVersion(alert.version())
                .build();
    }

    @Override
    public Alert fromRecord(AlertRecord record) {
        return new Alert(
                record.getId(),
                record.getRule(),
                record.getJourney(),
                record.getStage(),
                Names.constant(AlertState.class, record.getState()),
                Names.constant(Direction.class, record.getDirection()),
                record.getOnset(),
                record.getFiredAt(),
                record.getResolvedAt(),
                record.getExpected(),
                record.getObserved(),
                record.getCount(),
                record.getVersion());
    }
}
