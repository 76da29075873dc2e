package io.throughline.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.throughline.local.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** {@code throughline demo --once} as the launcher starts it, in a process of its own. */
final class DemoProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Elasticsearch +(http\\S+)");
    private static final Pattern PAGE = Pattern.compile("Live page +(http\\S+)");

    private final Process process;
    private final CompletableFuture<String> elasticsearch = new CompletableFuture<>();
    private final CompletableFuture<String> page = new CompletableFuture<>();
    private final CompletableFuture<String> output;
    private final CompletableFuture<String> told;

    private DemoProcess(Process process) {
        this.process = process;
        this.output = CompletableFuture.supplyAsync(() -> all(process.inputReader()));
        this.told = CompletableFuture.supplyAsync(() -> told(process.errorReader()));
    }

    static DemoProcess start(Path directory, int records) throws IOException {
        return launch(directory, "--once", "--records", Integer.toString(records));
    }

    /** The demo as somebody sees it first: as large as it ships, and it goes on. */
    static DemoProcess live(Path directory) throws IOException {
        return launch(directory);
    }

    private static DemoProcess launch(Path directory, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-Xmx1g",
                                "-Dthroughline.home=" + directory,
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "demo",
                                "--data-dir",
                                directory.resolve("data").toString()));
        command.addAll(List.of(options));
        return new DemoProcess(new ProcessBuilder(command).start());
    }

    /** Where its live page is, once it is there. */
    String page(long seconds) throws Exception {
        return page.get(seconds, TimeUnit.SECONDS);
    }

    /** What Ctrl-C does; its servers end with it. */
    void stop() throws InterruptedException {
        process.destroy();
        process.waitFor(60, TimeUnit.SECONDS);
    }

    /** Where its Elasticsearch is, once it is there. */
    String elasticsearch(long seconds) throws Exception {
        return elasticsearch.get(seconds, TimeUnit.SECONDS);
    }

    /** Its servers and whatever else it started. */
    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** What {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Waits for its end and answers the exit code. */
    int exit(long seconds) throws InterruptedException {
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("it did not end in " + seconds + " s");
        }
        return process.exitValue();
    }

    /** What it printed on stdout, which is one JSON object and nothing else. */
    JsonNode summary() throws IOException {
        return new ObjectMapper().readTree(output.join());
    }

    /** What it printed on stderr. */
    String told() {
        return told.join();
    }

    private String told(BufferedReader reader) {
        return reader.lines()
                .peek(
                        line -> {
                            Matcher address = ADDRESS.matcher(line);
                            if (address.find()) {
                                elasticsearch.complete(address.group(1));
                            }
                            Matcher live = PAGE.matcher(line);
                            if (live.find()) {
                                page.complete(live.group(1));
                            }
                        })
                .collect(Collectors.joining("\n"));
    }

    private static String all(BufferedReader reader) {
        return reader.lines().collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
