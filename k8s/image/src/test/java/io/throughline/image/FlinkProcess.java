package io.throughline.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A JobManager or TaskManager as a child process. Between it and this JVM stands a shell that holds
 * on to a pipe, so that Flink, which looks after nobody, is gone when this JVM is, however it went.
 */
final class FlinkProcess implements AutoCloseable {

    private static final List<String> LEASH =
            List.of(
                    "/bin/sh",
                    "-c",
                    "exec 3<&0; pid_file=$1; shift; \"$@\" </dev/null & flink=$!; echo $flink >"
                            + " \"$pid_file\"; { cat <&3 >/dev/null; kill -9 $flink 2>/dev/null; } &"
                            + " wait $flink",
                    "sh");
    private static final Duration DEATH = Duration.ofSeconds(30);

    private final String name;
    private final Process leash;
    private final Path pidFile;
    private final Path log;

    private FlinkProcess(String name, Process leash, Path pidFile, Path log) {
        this.name = name;
        this.leash = leash;
        this.pidFile = pidFile;
        this.log = log;
    }

    static FlinkProcess start(Path launcher, Path home, String name, List<String> arguments)
            throws IOException {
        Path pidFile = home.resolve(name + ".pid");
        Path log = home.resolve(name + ".log");
        List<String> command = new ArrayList<>(LEASH);
        command.add(pidFile.toString());
        command.add(launcher.toString());
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("FLINK_HOME", home.toString());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("FLINK_ENV_JAVA_OPTS", "-XX:TieredStopAtLevel=1");
        List.of("FLINK_CONF_DIR", "CLASSPATH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")
                .forEach(builder.environment()::remove);
        return new FlinkProcess(name, builder.start(), pidFile, log);
    }

    /** What it printed so far. */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** Fails when it ended by itself. */
    void checkAlive() throws IOException {
        if (!leash.isAlive()) {
            throw new IllegalStateException(
                    name + " ended with " + leash.exitValue() + ":\n" + log());
        }
    }

    /** Waits until it ended by itself; answers its exit code. */
    int awaitEnd(Duration patience) throws InterruptedException, IOException {
        if (!leash.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException(name + " goes on:\n" + log());
        }
        return leash.exitValue();
    }

    /** Asks it to end, as {@code kill} does, and waits. */
    int terminate() throws InterruptedException, IOException {
        handle().ifPresent(ProcessHandle::destroy);
        return awaitEnd(DEATH);
    }

    /** Ends it at once, as {@code kill -9} does. */
    void kill() throws InterruptedException, IOException {
        handle().ifPresent(ProcessHandle::destroyForcibly);
        awaitEnd(DEATH);
    }

    private Optional<ProcessHandle> handle() throws IOException {
        return ProcessHandle.of(Long.parseLong(Files.readString(pidFile).strip()));
    }

    /** Leaves nothing running, whatever state it is in. */
    @Override
    public void close() throws IOException {
        leash.getOutputStream().close();
        try {
            awaitEnd(DEATH);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
