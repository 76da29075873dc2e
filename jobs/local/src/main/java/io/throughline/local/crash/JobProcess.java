package io.throughline.local.crash;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The process that is killed, seen from who kills it. */
final class JobProcess {

    private static final String METADATA = "_metadata";
    private static final long DEATH_SECONDS = 10;

    private final Process process;
    private final Path state;
    private final Path log;

    private JobProcess(Process process, Path state, Path log) {
        this.process = process;
        this.state = state;
        this.log = log;
    }

    /**
     * Starts it; it goes on from the newest checkpoint.
     *
     * @param directory for its state and its log
     */
    static JobProcess start(Path directory, String kafka, List<Path> definitions)
            throws IOException {
        Path state = directory.resolve("flink");
        Path log = directory.resolve("job.log");
        Path logging = directory.resolve("log4j2.properties");
        Files.writeString(logging, logging());
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx512m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-Dfile.encoding=UTF-8",
                                "-Dlog4j2.configurationFile=" + logging.toUri(),
                                CrashedJob.class.getName(),
                                state.toString(),
                                kafka));
        definitions.forEach(definition -> command.add(definition.toString()));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return new JobProcess(builder.start(), state, log);
    }

    private static String logging() {
        return """
        status = error
        appender.console.type = Console
        appender.console.name = console
        appender.console.layout.type = PatternLayout
        appender.console.layout.pattern = %d{HH:mm:ss.SSS} %-5p %c{1.} %m%n
        rootLogger.level = warn
        rootLogger.appenderRef.console.ref = console
        """;
    }

    /** Kills it as {@code kill -9} does, and returns when it is dead. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(DEATH_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("process " + process.pid() + " survives SIGKILL");
        }
    }

    /**
     * Makes sure that it has not ended by itself.
     *
     * @throws IllegalStateException when it has
     */
    void checkAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    "the job ended by itself with " + process.exitValue() + "; see " + log);
        }
    }

    /** When the newest complete checkpoint was completed; empty when there is none. */
    Optional<Instant> checkpointedAt() {
        File checkpoints = state.resolve(CrashedJob.NAME).resolve("checkpoints").toFile();
        return Stream.ofNullable(checkpoints.listFiles())
                .flatMap(Stream::of)
                .flatMap(job -> Stream.ofNullable(job.listFiles()))
                .flatMap(Stream::of)
                .map(checkpoint -> new File(checkpoint, METADATA).lastModified())
                .filter(millis -> millis > 0)
                .max(Long::compare)
                .map(Instant::ofEpochMilli);
    }
}
