package io.throughline.local.gateway;

import java.util.Map;

/**
 * What a run of {@link GatewayBench} came to.
 *
 * @param rate new posts a second
 * @param seconds how long new ones were sent
 * @param pauseSeconds how long Kafka stood still in the middle
 * @param sent posts, each with an id of its own
 * @param attempts requests, those sent again included
 * @param answers requests by status; {@code broken} for connections that broke off
 * @param accepted ids that got a 2xx
 * @param unanswered ids that got none until the end
 * @param inKafka distinct ids in the topic
 * @param missing ids that got a 2xx and are not in the topic: must be 0
 * @param doubled further copies in the topic, of requests that were sent again after a time-out
 * @param latencyMillis of the requests that got a 2xx; {@code before} is before Kafka stood still
 * @param gatewayCpuSeconds that the gateway used
 * @param requestsPerCpuSecond attempts by these
 * @param peakHeapBytes of the gateway
 * @param peakMemoryBytes resident, of the gateway
 * @param machine it ran on
 */
public record GatewayReport(
        int rate,
        int seconds,
        long pauseSeconds,
        long sent,
        long attempts,
        Map<String, Long> answers,
        long accepted,
        long unanswered,
        long inKafka,
        long missing,
        long doubled,
        Map<String, Double> latencyMillis,
        double gatewayCpuSeconds,
        long requestsPerCpuSecond,
        long peakHeapBytes,
        long peakMemoryBytes,
        Map<String, Object> machine) {

    /** Whether every post was accepted in the end, and everything that was is in Kafka. */
    public boolean kept() {
        return missing == 0 && unanswered == 0;
    }
}
