package io.throughline.stack;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A {@link StackHolder} in its own process: the launcher that a test may kill. */
final class Launched implements AutoCloseable {

    private final Process process;
    private final String bootstrap;
    private final String elasticsearch;
    private final List<ProcessHandle> servers;

    private Launched(
            Process process, String bootstrap, String elasticsearch, List<ProcessHandle> servers) {
        this.process = process;
        this.bootstrap = bootstrap;
        this.elasticsearch = elasticsearch;
        this.servers = servers;
    }

    /** Starts one and waits until its servers are ready. */
    static Launched in(Path directory) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                System.getProperty("java.class.path"),
                                StackHolder.class.getName(),
                                directory.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        String line = output.readLine();
        while (line != null && !line.startsWith("ready ")) {
            line = output.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the launcher ended while it started");
        }
        String[] fields = line.split(" ");
        List<ProcessHandle> servers =
                Arrays.stream(fields, 3, fields.length)
                        .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
                        .toList();
        return new Launched(process, fields[1], fields[2], servers);
    }

    long pid() {
        return process.pid();
    }

    String bootstrap() {
        return bootstrap;
    }

    String elasticsearch() {
        return elasticsearch;
    }

    ProcessHandle kafka() {
        return servers.get(0);
    }

    /** Broker, node and watchdog, in this order. */
    List<ProcessHandle> servers() {
        return servers;
    }

    /** What {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
