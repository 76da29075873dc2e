package io.throughline.polling;

import io.throughline.fetch.ChannelFetcher;
import io.throughline.fetch.ChannelInstance;
import io.throughline.fetch.HealthListener;
import java.time.Clock;
import java.util.Map;
import org.apache.flink.api.connector.source.Boundedness;

/**
 * What a reader needs to host channels.
 *
 * @param boundedness of the source: a bounded one fails where an unbounded one tries again, and
 *     says nothing on health
 * @param opener makes fetchers
 * @param clock for health
 * @param threads how many channels may fetch at the same moment
 */
record Hosting(Boundedness boundedness, Opener opener, Clock clock, int threads) {

    /** Makes the fetcher of an instance. */
    @FunctionalInterface
    interface Opener {
        ChannelFetcher open(
                ChannelInstance instance, Map<String, String> cursor, HealthListener health);
    }

    boolean bounded() {
        return boundedness == Boundedness.BOUNDED;
    }
}
