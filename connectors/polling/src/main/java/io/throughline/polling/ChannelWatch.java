package io.throughline.polling;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * Tells which channels are to be hosted, as that changes while the source runs. Travels with the
 * job and is asked on the JobManager, by one thread at a time, every few seconds: it must be cheap
 * when nothing changed.
 */
public interface ChannelWatch extends Serializable {

    /**
     * The channels of now; empty when they are what they were at the last call. The first call
     * always answers or throws.
     *
     * @throws Exception when what is there cannot be used; thrown once for each change, with a
     *     message for people and without secrets
     */
    Optional<List<HostedChannel>> changed() throws Exception;
}
