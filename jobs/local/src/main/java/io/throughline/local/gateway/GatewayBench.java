package io.throughline.local.gateway;

import io.throughline.kafka.KafkaSettings;
import io.throughline.kafka.TopicAdmin;
import io.throughline.local.stack.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Posts at a steady rate to a gateway of its own process, holds Kafka still in the middle, and then
 * looks up every id that got a 2xx in the topic.
 *
 * <p>Senders do as providers do: what is answered 429 or 503, or breaks off, is sent again, and new
 * posts do not wait for it.
 */
public final class GatewayBench {

    /** Not counted: a service that has run for a while is what is measured. */
    private static final Load WARM_UP = new Load(500, 8, Duration.ofSeconds(30));

    private final Load load;
    private final Duration pause;
    private final Path directory;

    /**
     * @param rate new posts a second
     * @param seconds how long new ones are sent
     * @param longestEnd how long is waited afterwards for those that are sent again
     */
    public record Load(int rate, int seconds, Duration longestEnd) {

        public Load {
            if (rate < 1 || seconds < 1) {
                throw new IllegalArgumentException("a rate and a time of at least 1 are due");
            }
        }

        int posts() {
            return rate * seconds;
        }
    }

    /**
     * @param pause how long Kafka stands still in the middle; zero for not at all
     * @param directory for the broker's data and the logs
     */
    public GatewayBench(Load load, Duration pause, Path directory) {
        this.load = load;
        this.pause = pause;
        this.directory = directory;
    }

    /** Runs it. */
    public GatewayReport run() throws IOException, InterruptedException {
        Cores cores = Cores.ofThisMachine();
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory.resolve("broker"))) {
            KafkaSettings kafka = KafkaSettings.of(broker.bootstrap());
            TopicAdmin.ensure(kafka);
            cores.keepOffTheGateway(broker.pid());
            cores.keepOffTheGateway(ProcessHandle.current().pid());
            try (GatewayProcess gateway =
                    GatewayProcess.start(directory, broker.bootstrap(), cores)) {
                return measure(gateway, broker, kafka, cores);
            } finally {
                cores.allAgain(ProcessHandle.current().pid());
            }
        }
    }

    private GatewayReport measure(
            GatewayProcess gateway, EmbeddedBroker broker, KafkaSettings kafka, Cores cores)
            throws IOException, InterruptedException {
        new Senders(gateway.url(), WARM_UP, load.posts()).run();
        Senders senders = new Senders(gateway.url(), load, 0);
        CompletableFuture<Void> held = CompletableFuture.runAsync(() -> hold(broker));
        Duration cpuBefore = gateway.cpu();
        try {
            senders.run();
        } finally {
            held.join();
        }
        Map<String, Long> metrics = gateway.metrics();
        Duration cpu = gateway.cpu().minus(cpuBefore);
        Arrivals arrivals = Arrivals.read(kafka, load.posts());
        return new GatewayReport(
                load.rate(),
                load.seconds(),
                pause.toSeconds(),
                senders.sent(),
                senders.attempts(),
                senders.answers(),
                senders.accepted(),
                senders.unanswered(),
                arrivals.distinct(),
                arrivals.missing(senders),
                arrivals.more(),
                senders.latencies(),
                cpu.toMillis() / 1000.0,
                Math.round(senders.attempts() / Math.max(cpu.toMillis() / 1000.0, 0.001)),
                metrics.getOrDefault("gateway_heap_peak_bytes", 0L),
                gateway.peakResidentBytes(),
                machine(cores));
    }

    private void hold(EmbeddedBroker broker) {
        if (pause.isZero()) {
            return;
        }
        try {
            Thread.sleep(Math.max(0, (load.seconds() * 1000L - pause.toMillis()) / 2));
            broker.pause();
            try {
                Thread.sleep(pause.toMillis());
            } finally {
                broker.resume();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Map<String, Object> machine(Cores cores) {
        Map<String, Object> machine = new TreeMap<>();
        machine.put("cores", cores.all());
        machine.put("gatewayCores", cores.gateway());
        machine.put(
                "loadAverage",
                java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage());
        machine.put("java", System.getProperty("java.version"));
        machine.put(
                "system", List.of(System.getProperty("os.name"), System.getProperty("os.arch")));
        return machine;
    }
}
