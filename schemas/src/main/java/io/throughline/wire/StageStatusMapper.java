package io.throughline.wire;

import io.throughline.alert.StageStatus;
import io.throughline.wire.avro.StageStatusRecord;

final class StageStatusMapper implements RecordMapper<StageStatus, StageStatusRecord> {

    @Override
    public StageStatusRecord toRecord(StageStatus status) {
        return StageStatusRecord.newBuilder()
                .setJourney(status.journey())
                .setStage(status.stage())
                .setAt(status.at())
                .setLearning(status.learning())
                .setCount(status.count())
                .setNeeded(status.needed())
                .setExpected(status.expected())
                .setStatistic(status.statistic())
                .setThreshold(status.threshold())
                .setPendingSince(status.pendingSince())
                .build();
    }

    @Override
    public StageStatus fromRecord(StageStatusRecord record) {
        return new StageStatus(
                record.getJourney(),
                record.getStage(),
                record.getAt(),
                record.getLearning(),
                record.getCount(),
                record.getNeeded(),
                record.getExpected(),
                record.getStatistic(),
                record.getThreshold(),
                record.getPendingSince());
    }
}
