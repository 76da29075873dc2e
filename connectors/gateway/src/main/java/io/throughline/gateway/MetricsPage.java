package io.throughline.gateway;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.ToLongFunction;

/**
 * {@code GET /metrics} in the text format of Prometheus, version 0.0.4. A label is the id of a
 * channel that is switched on, never what a stranger wrote.
 */
final class MetricsPage {

    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final Channels channels;
    private final Places places;
    private final ReplayGuard replays;
    private final LongAdder elsewhere;
    private final KafkaReach kafka;
    private final Clock clock;

    MetricsPage(
            Channels channels,
            Places places,
            ReplayGuard replays,
            LongAdder elsewhere,
            KafkaReach kafka,
            Clock clock) {
        this.channels = channels;
        this.places = places;
        this.replays = replays;
        this.elsewhere = elsewhere;
        this.kafka = kafka;
        this.clock = clock;
    }

    String text() {
        StringBuilder out = new StringBuilder(4096);
        requests(out);
        perChannel(
                out,
                "gateway_accepted_bytes_total",
                "Bytes of bodies that Kafka acknowledged.",
                ChannelState::bytes);
        perChannel(
                out,
                "gateway_rejected_signatures_total",
                "Requests without a valid signature.",
                ChannelState::rejected);
        perChannel(
                out,
                "gateway_replays_total",
                "Copies of requests that Kafka had already.",
                ChannelState::replays);
        latency(out);
        sinceAccepted(out);
        gauge(
                out,
                "gateway_kafka_reachable",
                "1 when Kafka has the topic of the envelopes, else 0.",
                kafka.now() ? 1 : 0);
        gauge(out, "gateway_in_flight", "Requests under way.", places.taken());
        gauge(out, "gateway_in_flight_bytes", "Bytes of their bodies.", places.bytes());
        gauge(out, "gateway_replay_entries", "Requests that replays are told by.", replays.size());
        gauge(out, "gateway_heap_peak_bytes", "Highest use of the Java heap.", peakHeap());
        return out.toString();
    }

    private void requests(StringBuilder out) {
        String name = "gateway_requests_total";
        head(out, name, "counter", "Requests by channel and class of status.");
        for (Channels.Entry entry : channels.all()) {
            for (int status = 2; status <= 5; status++) {
                line(
                        out,
                        name,
                        channel(entry) + ",status=\"" + status + "xx\"",
                        entry.state().requests(status));
            }
        }
        line(out, name, "channel=\"\",status=\"4xx\"", elsewhere.sum());
    }

    private void perChannel(
            StringBuilder out, String name, String help, ToLongFunction<ChannelState> value) {
        head(out, name, "counter", help);
        for (Channels.Entry entry : channels.all()) {
            line(out, name, channel(entry), value.applyAsLong(entry.state()));
        }
    }

    private void latency(StringBuilder out) {
        String name = "gateway_acknowledge_seconds";
        head(out, name, "histogram", "Time from the first byte to Kafka's acknowledgement.");
        for (Channels.Entry entry : channels.all()) {
            Histogram histogram = entry.state().acknowledged();
            long[] counts = histogram.cumulative();
            String labels = channel(entry);
            for (int i = 0; i < counts.length; i++) {
                String bound =
                        i < Histogram.BOUNDS.length
                                ? Double.toString(Histogram.BOUNDS[i] / 1000.0)
                                : "+Inf";
                line(out, name + "_bucket", labels + ",le=\"" + bound + "\"", counts[i]);
            }
            out.append(name).append("_sum{").append(labels).append("} ");
            out.append(String.format(Locale.ROOT, "%.6f", histogram.seconds())).append('\n');
            line(out, name + "_count", labels, counts[counts.length - 1]);
        }
    }

    private void sinceAccepted(StringBuilder out) {
        String name = "gateway_seconds_since_accepted";
        head(out, name, "gauge", "Since the last request that Kafka acknowledged.");
        for (Channels.Entry entry : channels.all()) {
            entry.state()
                    .lastAccepted()
                    .map(last -> Duration.between(last, clock.instant()).toSeconds())
                    .ifPresent(seconds -> line(out, name, channel(entry), seconds));
        }
    }

    private static void gauge(StringBuilder out, String name, String help, long value) {
        head(out, name, "gauge", help);
        out.append(name).append(' ').append(value).append('\n');
    }

    private static void head(StringBuilder out, String name, String type, String help) {
        out.append("# HELP ").append(name).append(' ').append(help).append('\n');
        out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
    }

    private static void line(StringBuilder out, String name, String labels, long value) {
        out.append(name).append('{').append(labels).append("} ").append(value).append('\n');
    }

    private static String channel(Channels.Entry entry) {
        return "channel=\"" + entry.channel().id() + "\"";
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
