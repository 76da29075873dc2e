package io.throughline.pipeline.detect;

import io.throughline.model.ChannelHealth;
import io.throughline.model.TaggedFeedback;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/** What the inputs say about event time. */
public final class Clocks {

    private Clocks() {}

    /** Tagged feedback tells how far its channels have come. */
    public static WatermarkStrategy<TaggedFeedback> feedback(WatchSettings settings) {
        return WatermarkStrategy.<TaggedFeedback>forGenerator(
                        context ->
                                new ChannelWatermarks(settings.outOfOrderness(), settings.idle()))
                .withIdleness(settings.quiet());
    }

    /** Words on health tell the time where no channel brings anything. */
    public static WatermarkStrategy<ChannelHealth> heartbeat(WatchSettings settings) {
        return WatermarkStrategy.<ChannelHealth>forGenerator(
                        context -> new HeartbeatWatermarks(settings.outOfOrderness()))
                .withIdleness(settings.quiet());
    }

    /** A stream that says nothing about time, and holds nobody back. */
    public static <T> WatermarkStrategy<T> none() {
        return NoTime.strategy();
    }
}
