package io.throughline.pipeline.detect;

import java.time.Instant;
import java.util.Optional;
import org.apache.flink.streaming.api.watermark.Watermark;

/** Watermarks as the watches know them. */
final class EventTime {

    private EventTime() {}

    /** The time of a watermark; Flink's last one is the end of all time. */
    static Instant of(Watermark mark) {
        return mark.getTimestamp() == Long.MAX_VALUE
                ? Instant.MAX
                : Instant.ofEpochMilli(mark.getTimestamp());
    }

    static boolean isDue(Optional<Instant> due, Instant time) {
        return due.isPresent() && !due.get().isAfter(time);
    }
}
