package io.throughline.local.gateway;

import io.throughline.local.Main;
import io.throughline.local.stack.StackException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code throughline gateway} as a process of its own, with a small heap. */
final class GatewayProcess implements AutoCloseable {

    static final String SECRET = "key-of-the-benchmark";

    private static final Pattern PEAK = Pattern.compile("^VmHWM:\\s+(\\d+) kB$", Pattern.MULTILINE);
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final Process process;
    private final String url;
    private final HttpClient client = HttpClient.newHttpClient();

    private GatewayProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    static GatewayProcess start(Path directory, String bootstrap, Cores cores)
            throws IOException, InterruptedException {
        Path config = directory.resolve("throughline.yaml");
        Files.writeString(
                config,
                """
                apiVersion: throughline/v1
                journey: insurance
                kafka: {bootstrapServers: "%s"}
                channels:
                  - definition: typeform
                    secrets: {typeform: %s}
                """
                        .formatted(bootstrap, SECRET));
        Path console = directory.resolve("gateway-console.log");
        int port = freePort();
        List<String> command =
                cores.onItsOwn(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx256m",
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError",
                                "-Dthroughline.home=" + System.getProperty("throughline.home", "."),
                                Main.class.getName(),
                                "gateway",
                                "--config",
                                config.toString(),
                                "--port",
                                Integer.toString(port)));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(console.toFile());
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        GatewayProcess gateway = new GatewayProcess(builder.start(), "http://127.0.0.1:" + port);
        gateway.awaitReady(console);
        return gateway;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(Path console) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                close();
                throw new StackException(
                        "The gateway did not start: " + Files.readString(console).strip());
            }
            Thread.sleep(100);
        }
    }

    private boolean ready() throws InterruptedException {
        try {
            return client.send(
                                    HttpRequest.newBuilder(URI.create(url + "/ready")).build(),
                                    BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    String url() {
        return url;
    }

    /** Time that its threads ran. */
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Its metrics without labels, by name. */
    Map<String, Long> metrics() throws IOException, InterruptedException {
        Map<String, Long> metrics = new TreeMap<>();
        String page =
                client.send(
                                HttpRequest.newBuilder(URI.create(url + "/metrics")).build(),
                                BodyHandlers.ofString())
                        .body();
        page.lines()
                .filter(line -> !line.startsWith("#") && !line.contains("{"))
                .map(line -> line.split(" "))
                .forEach(sample -> metrics.put(sample[0], Long.parseLong(sample[1])));
        return metrics;
    }

    /** Bytes, 0 where the system does not tell. */
    long peakResidentBytes() {
        try {
            String status =
                    Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
            Matcher matcher = PEAK.matcher(status);
            return matcher.find() ? Long.parseLong(matcher.group(1)) << 10 : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
