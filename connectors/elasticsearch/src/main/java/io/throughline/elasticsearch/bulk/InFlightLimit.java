package io.throughline.elasticsearch.bulk;

import java.util.function.IntConsumer;
import org.apache.flink.connector.base.sink.writer.strategy.RateLimitingStrategy;
import org.apache.flink.connector.base.sink.writer.strategy.RequestInfo;
import org.apache.flink.connector.base.sink.writer.strategy.ResultInfo;

/**
 * Allows a number of requests at once. Flink's default starts with one and grows by ten documents a
 * reply, which takes hundreds of requests to open up; how hard we press is governed by the waits of
 * what failed.
 */
final class InFlightLimit implements RateLimitingStrategy {

    private final int most;
    private final IntConsumer observer;
    private int inFlight;

    /**
     * Allows that many requests.
     *
     * @param observer told the number of requests under way whenever it changes
     */
    InFlightLimit(int most, IntConsumer observer) {
        this.most = most;
        this.observer = observer;
    }

    @Override
    public void registerInFlightRequest(RequestInfo request) {
        observer.accept(++inFlight);
    }

    @Override
    public void registerCompletedRequest(ResultInfo result) {
        observer.accept(--inFlight);
    }

    @Override
    public boolean shouldBlock(RequestInfo request) {
        return inFlight >= most;
    }

    @Override
    public int getMaxBatchSize() {
        return Integer.MAX_VALUE;
    }
}
