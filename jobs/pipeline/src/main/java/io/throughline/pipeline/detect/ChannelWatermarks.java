package io.throughline.pipeline.detect;

import io.throughline.model.Feedback;
import io.throughline.model.TaggedFeedback;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * Watermarks of one partition of tagged feedback: how far every source in it has come, less the
 * bound. A source has come as far as its latest event time, but no further than it was observed, so
 * a clock that is ahead moves nothing. One that brought nothing while the others were observed on
 * for the idle time is left out, and nothing is said before the first idle time is over, or the
 * first source would speak for those that are read a moment later. Observed is by the log's clock:
 * files of the last weeks, copied with their times, would let the idle time pass in a moment.
 *
 * <p>All of this follows from the records in their order, none of it from the clock on the wall.
 * After a restart it begins anew and so can only say less than it would have. Watermarks are whole
 * minutes, because windows are.
 */
final class ChannelWatermarks implements WatermarkGenerator<TaggedFeedback> {

    private final long outOfOrderness;
    private final long idle;
    private final Map<String, Source> sources = new HashMap<>();
    private long firstObserved = Long.MAX_VALUE;
    private long observed = Long.MIN_VALUE;
    private long emitted = Long.MIN_VALUE;

    ChannelWatermarks(Duration outOfOrderness, Duration idle) {
        this.outOfOrderness = outOfOrderness.toMillis();
        this.idle = idle.toMillis();
    }

    @Override
    public void onEvent(TaggedFeedback tagged, long timestamp, WatermarkOutput output) {
        Feedback feedback = tagged.feedback();
        long seen = feedback.seenAt().toEpochMilli();
        firstObserved = Math.min(firstObserved, seen);
        observed = Math.max(observed, seen);
        sources.computeIfAbsent(feedback.source(), name -> new Source())
                .came(Math.min(feedback.occurredAt().toEpochMilli(), seen), observed);
        if (observed - firstObserved < idle) {
            return;
        }
        long minute = Minutes.before(leastOfActive() - outOfOrderness);
        if (minute > emitted) {
            emitted = minute;
            output.emitWatermark(new Watermark(minute));
        }
    }

    /** Records alone move time. */
    @Override
    public void onPeriodicEmit(WatermarkOutput output) {}

    /** The source of the record at hand is always among them. */
    private long leastOfActive() {
        long least = Long.MAX_VALUE;
        for (Source source : sources.values()) {
            if (observed - source.lastObserved <= idle) {
                least = Math.min(least, source.latest);
            }
        }
        return least;
    }

    private static final class Source {
        private long latest = Long.MIN_VALUE;
        private long lastObserved;

        void came(long time, long now) {
            latest = Math.max(latest, time);
            lastObserved = now;
        }
    }
}
