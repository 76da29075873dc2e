package io.throughline.polling;

import java.util.List;
import org.apache.flink.api.connector.source.SourceEvent;

/**
 * All channels that are to be hosted from now on, told to every reader: what is not among them is
 * stopped, what changed is restarted at its cursor, and what a reader has parked and is among them
 * again goes on. The whole and not the difference, because the enumerator does not know which
 * reader has what after a rescale.
 *
 * <p>Holds secrets, as the job itself does; it goes from JobManager to TaskManager and is kept
 * nowhere.
 */
record ChannelsEvent(List<HostedChannel> channels) implements SourceEvent {

    private static final long serialVersionUID = 1L;

    ChannelsEvent {
        channels = List.copyOf(channels);
    }
}
