package io.throughline.wire;

import io.throughline.model.ChannelHealth;
import io.throughline.model.HealthState;
import io.throughline.wire.avro.ChannelHealthRecord;
import java.time.Duration;

final class ChannelHealthMapper implements RecordMapper<ChannelHealth, ChannelHealthRecord> {

    @Override
    public ChannelHealthRecord toRecord(ChannelHealth health) {
        return ChannelHealthRecord.newBuilder()
                .setSource(health.source())
                .setChannel(health.channel())
                .setState(health.state().id())
                .setCause(health.cause())
                .setSince(health.since())
                .setAt(health.at())
                .setLastSuccess(health.lastSuccess())
                .setLastRecord(health.lastRecord())
                .setRecords(health.records())
                .setBytes(health.bytes())
                .setFailuresInARow(health.failuresInARow())
                .setLagMillis(health.lag().toMillis())
                .build();
    }

    @Override
    public ChannelHealth fromRecord(ChannelHealthRecord record) {
        return new ChannelHealth(
                record.getSource(),
                record.getChannel(),
                Names.constant(HealthState.class, record.getState()),
                record.getCause(),
                record.getSince(),
                record.getAt(),
                record.getLastSuccess(),
                record.getLastRecord(),
                record.getRecords(),
                record.getBytes(),
                record.getFailuresInARow(),
                Duration.ofMillis(record.getLagMillis()));
    }
}
