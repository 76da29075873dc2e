package io.throughline.wire;

import io.throughline.model.Tally;
import io.throughline.wire.avro.TallyRecord;

final class TallyMapper implements RecordMapper<Tally, TallyRecord> {

    @Override
    public TallyRecord toRecord(Tally tally) {
        return TallyRecord.newBuilder()
                .setChannel(tally.channel())
                .setReceived(tally.received())
                .setTagged(tally.tagged())
                .setDuplicates(tally.duplicates())
                .setSuperseded(tally.superseded())
                .setDeleted(tally.deleted())
                .setFiltered(tally.filtered())
                .setDeadLettered(tally.deadLettered())
                .build();
    }

    @Override
    public Tally fromRecord(TallyRecord record) {
        return new Tally(
                record.getChannel(),
                record.getReceived(),
                record.getTagged(),
                record.getDuplicates(),
                record.getSuperseded(),
                record.getDeleted(),
                record.getFiltered(),
                record.getDeadLettered());
    }
}
