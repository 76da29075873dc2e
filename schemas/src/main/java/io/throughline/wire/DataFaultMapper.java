package io.throughline.wire;

import io.throughline.alert.DataFault;
import io.throughline.wire.avro.DataFaultRecord;

final class DataFaultMapper implements RecordMapper<DataFault, DataFaultRecord> {

    @Override
    public DataFaultRecord toRecord(DataFault fault) {
        return DataFaultRecord.newBuilder()
                .setKind(fault.kind().id())
                .setJourney(fault.journey())
                .setStage(fault.stage())
                .setChannel(fault.channel())
                .setFrom(fault.from())
                .setUntil(fault.until())
                .setDetail(fault.detail())
                .build();
    }

    @Override
    public DataFault fromRecord(DataFaultRecord record) {
        return new DataFault(
                Names.constant(DataFault.Kind.class, record.getKind()),
                record.getJourney(),
                record.getStage(),
                record.getChannel(),
                record.getFrom(),
                record.getUntil(),
                record.getDetail());
    }
}
