package io.throughline.fetch;

import java.io.Serializable;
import java.time.Duration;

/**
 * What is the same for all channels that fetch.
 *
 * @param spacing shortest time between two requests of a polling channel
 * @param backoffBase longest first pause after a failed poll; pauses double from there
 * @param backoffCap longest pause after failed polls
 * @param patience how long a bounded run puts up with a server that does not answer, before it
 *     fails
 * @param quiet a bounded run ends a stream that brought no event for so long
 * @param rescan time between two looks into watched folders
 * @param settle a watched file that is not written line by line, or does not end with a line break,
 *     is read when it has not changed for so long
 */
public record FetchSettings(
        Duration spacing,
        Duration backoffBase,
        Duration backoffCap,
        Duration patience,
        Duration quiet,
        Duration rescan,
        Duration settle)
        implements Serializable {

    /** 100 ms, 1 s to 5 min, 1 min of patience, 15 s of quiet, folders once a second, 1 s still. */
    public static final FetchSettings DEFAULT =
            new FetchSettings(
                    Duration.ofMillis(100),
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(1),
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(1));
}
