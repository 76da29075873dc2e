package io.throughline.pipeline.detect;

import io.throughline.model.ChannelHealth;
import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * Watermarks of the words on the health of channels, which come every minute also when no channel
 * brings anything: the time at which they were said, less the bound. Without any word the stream is
 * idle, so that it never holds back where health is not reported.
 */
final class HeartbeatWatermarks implements WatermarkGenerator<ChannelHealth> {

    private final long outOfOrderness;
    private long emitted = Long.MIN_VALUE;

    HeartbeatWatermarks(Duration outOfOrderness) {
        this.outOfOrderness = outOfOrderness.toMillis();
    }

    @Override
    public void onEvent(ChannelHealth health, long timestamp, WatermarkOutput output) {
        long minute = Minutes.before(health.at().toEpochMilli() - outOfOrderness);
        if (minute > emitted) {
            emitted = minute;
            output.emitWatermark(new Watermark(minute));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        if (emitted == Long.MIN_VALUE) {
            output.markIdle();
        }
    }
}
