package io.throughline.pipeline.detect;

import java.io.Serializable;
import java.time.Duration;

/**
 * How the clock of the watch is set.
 *
 * @param outOfOrderness how much later than others feedback may come and still be in time
 * @param idle a source that brought nothing for this time, as the others' records tell it, holds
 *     the clock back no more
 * @param quiet a partition or topic that brought nothing for this time, by the clock on the wall,
 *     holds the clock back no more
 */
public record WatchSettings(Duration outOfOrderness, Duration idle, Duration quiet)
        implements Serializable {

    /** What holds where nothing else is said. */
    public static final WatchSettings DEFAULT =
            new WatchSettings(
                    Duration.ofMinutes(5), Duration.ofSeconds(30), Duration.ofSeconds(90));

    /** The same with another bound. */
    public WatchSettings withOutOfOrderness(Duration other) {
        return new WatchSettings(other, idle, quiet);
    }
}
