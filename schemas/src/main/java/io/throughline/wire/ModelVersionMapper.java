package io.throughline.wire;

import io.throughline.model.ModelFigures;
import io.throughline.model.ModelVersion;
import io.throughline.wire.avro.ModelFiguresRecord;
import io.throughline.wire.avro.ModelVersionRecord;
import io.throughline.wire.avro.StageFiguresRecord;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

final class ModelVersionMapper implements RecordMapper<ModelVersion, ModelVersionRecord> {

    @Override
    public ModelVersionRecord toRecord(ModelVersion version) {
        return ModelVersionRecord.newBuilder()
                .setNumber(version.number())
                .setKind(version.kind().id())
                .setEngine(version.engine())
                .setModelOf(version.modelOf())
                .setEffectiveFrom(version.effectiveFrom())
                .setTrainedThrough(version.trainedThrough())
                .setTeacherShare(version.teacherShare())
                .setTeacherCostMicros(version.teacherCost().toNanos() / 1_000)
                .setFigures(record(version.figures()))
                .setModel(ByteBuffer.wrap(version.model()))
                .build();
    }

    @Override
    public ModelVersion fromRecord(ModelVersionRecord record) {
        return new ModelVersion(
                record.getNumber(),
                Names.constant(ModelVersion.Kind.class, record.getKind()),
                record.getEngine(),
                record.getModelOf(),
                record.getEffectiveFrom(),
                record.getTrainedThrough(),
                record.getTeacherShare(),
                Duration.of(record.getTeacherCostMicros(), ChronoUnit.MICROS),
                figures(record.getFigures()),
                Payloads.bytes(record.getModel()));
    }

    private static ModelFiguresRecord record(ModelFigures figures) {
        return figures == null
                ? null
                : new ModelFiguresRecord(
                        figures.learnt(),
                        figures.heldBack(),
                        figures.corrections(),
                        figures.champion(),
                        figures.challenger(),
                        figures.calibrationError(),
                        figures.agreement(),
                        figures.tagged(),
                        figures.teacherUse(),
                        figures.drift(),
                        figures.margin(),
                        stages(figures.stages()),
                        figures.won(),
                        figures.teacher());
    }

    private static ModelFigures figures(ModelFiguresRecord record) {
        return record == null
                ? null
                : new ModelFigures(
                        record.getLearnt(),
                        record.getHeldBack(),
                        record.getCorrections(),
                        record.getChampion(),
                        record.getChallenger(),
                        record.getCalibrationError(),
                        record.getAgreement(),
                        record.getTagged(),
                        record.getTeacherUse(),
                        record.getDrift(),
                        record.getMargin(),
                        stages(record.getStages()),
                        record.getWon(),
                        record.getTeacher());
    }

    private static StageFiguresRecord stages(ModelFigures.Stages stages) {
        return stages == null
                ? null
                : new StageFiguresRecord(stages.heldBack(), stages.champion(), stages.challenger());
    }

    private static ModelFigures.Stages stages(StageFiguresRecord record) {
        return record == null
                ? null
                : new ModelFigures.Stages(
                        record.getHeldBack(), record.getChampion(), record.getChallenger());
    }
}
