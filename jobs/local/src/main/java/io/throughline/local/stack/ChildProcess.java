package io.throughline.local.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * A server as a child process whose life hangs on its standard input: the server stops when it
 * reads its stop byte there, and also when the stream ends, which the kernel sees to when this JVM
 * is gone, however it went.
 *
 * <p>A shell puts two signals out of the way before it becomes the server: Ctrl-C reaches every
 * process of the terminal's foreground group at once, and Kafka and Elasticsearch must outlive the
 * jobs that are still writing to them. A signal that is ignored at {@code exec} stays ignored, and
 * a JVM leaves it so.
 */
final class ChildProcess {

    private static final List<String> SHIELD =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    /** Would change what the servers' JVMs do, or print into what they print. */
    private static final List<String> FOREIGN_VARIABLES =
            List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "CLASSPATH");

    private static final Pattern PORT_TAKEN =
            Pattern.compile("BindException|BindHttpException|Address already in use");

    private final String name;
    private final Process process;
    private final Path console;

    private ChildProcess(String name, Process process, Path console) {
        this.name = name;
        this.process = process;
        this.console = console;
    }

    /**
     * Starts a command.
     *
     * @param name of the server, for messages
     * @param console takes what it prints, overwritten
     */
    static ChildProcess start(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path directory,
            Path console) {
        List<String> shielded = new ArrayList<>(SHIELD);
        shielded.addAll(command);
        ProcessBuilder builder =
                new ProcessBuilder(shielded)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(console.toFile());
        FOREIGN_VARIABLES.forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        try {
            return new ChildProcess(name, builder.start(), console);
        } catch (IOException e) {
            throw new StackException(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    Path console() {
        return console;
    }

    ProcessIdentity identity() {
        return ProcessIdentity.of(process.toHandle());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Tells in a sentence when it ends, whyever.
     *
     * @param log where a person reads on
     */
    void onEnd(Path log, Consumer<String> told) {
        process.onExit()
                .thenAccept(
                        ended ->
                                told.accept(
                                        name
                                                + " has ended by itself (exit code "
                                                + ended.exitValue()
                                                + "): stop with Ctrl-C and start again, which goes"
                                                + " on from there. Its log: "
                                                + log));
    }

    /** Writes to the server's standard input and leaves it open. */
    void send(byte[] bytes) throws IOException {
        OutputStream input = process.getOutputStream();
        input.write(bytes);
        input.flush();
    }

    /**
     * Asks the server to stop and makes sure that it does.
     *
     * @param stopByte what it takes as the wish
     * @param grace how long it may take before it is killed
     * @return whether it stopped by itself
     */
    boolean stop(int stopByte, Duration grace) {
        try {
            send(new byte[] {(byte) stopByte});
        } catch (IOException e) {
            // It has closed its input, so it is ending or has ended: the wait below tells.
            process.destroy();
        }
        try {
            if (process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
        return false;
    }

    /** Ends it at once. */
    void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The failure to start, with the reason from the logs.
     *
     * @param what happened, after the server's name, such as {@code did not get ready within 180 s}
     * @param log where a person reads on
     */
    StackException failure(String what, Path log) {
        String ended = process.isAlive() ? "" : " (exit code " + process.exitValue() + ")";
        String reason = LogTail.reason(List.of(log, console));
        String message =
                name
                        + " "
                        + what
                        + ended
                        + ". "
                        + (reason.isEmpty() ? "It left no log." : "Its log ends with:\n" + reason)
                        + "\nThe whole log: "
                        + log
                        + " and "
                        + console;
        return PORT_TAKEN.matcher(reason + LogTail.reason(List.of(console))).find()
                ? new PortTakenException(message)
                : new StackException(message);
    }
}
