package io.throughline.stack;

import io.throughline.elasticsearch.ElasticsearchSettings;
import io.throughline.kafka.KafkaSettings;
import io.throughline.local.run.FlinkRuntime;
import io.throughline.local.run.FlinkRuntime.RunningJob;
import io.throughline.local.stack.StarterWatch;
import io.throughline.pipeline.JobSettings;
import io.throughline.pipeline.config.SignalSettings;
import io.throughline.pipeline.detect.WatchSettings;
import io.throughline.pipeline.io.KafkaOutputs;
import io.throughline.pipeline.io.StartFrom;
import io.throughline.pipeline.signals.SignalsJob;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The signals job in a process of its own, for tests that kill it. Goes on from the newest
 * checkpoint; ends by a kill, or when its standard input ends because who started it is gone.
 */
final class SignalsProcess implements AutoCloseable {

    private static final long DEATH_SECONDS = 10;

    private final Process process;

    private SignalsProcess(Process process) {
        this.process = process;
    }

    static SignalsProcess start(Path directory, String kafka, String elasticsearch, int subtasks)
            throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx700m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        SignalsProcess.class.getName(),
                        directory.resolve("flink").toString(),
                        kafka,
                        elasticsearch,
                        Integer.toString(subtasks));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(
                                ProcessBuilder.Redirect.appendTo(
                                        directory.resolve("job.log").toFile()));
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        return new SignalsProcess(builder.start());
    }

    /** As {@code kill -9} does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(DEATH_SECONDS, TimeUnit.SECONDS)) {
            throw new IllegalStateException("process " + process.pid() + " survives SIGKILL");
        }
    }

    void checkAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("the job ended by itself: " + process.exitValue());
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }

    public static void main(String[] arguments) throws Exception {
        StarterWatch.begin();
        int subtasks = Integer.parseInt(arguments[3]);
        FlinkRuntime flink = FlinkRuntime.start(Path.of(arguments[0]), subtasks);
        Optional<Path> state = flink.latestState(SignalsJob.NAME);
        JobSettings settings =
                new JobSettings(
                        KafkaSettings.of(arguments[1]),
                        ElasticsearchSettings.of(arguments[2]),
                        state.isPresent() ? StartFrom.STATE : StartFrom.BEGINNING,
                        KafkaOutputs.TRANSACTION_TIMEOUT);
        RunningJob job =
                flink.submit(
                        SignalsJob.NAME,
                        subtasks,
                        state,
                        env ->
                                SignalsJob.define(
                                        env,
                                        settings,
                                        SignalSettings.DEFAULT,
                                        WatchSettings.DEFAULT));
        while (!job.finished()) {
            Thread.sleep(Duration.ofSeconds(1).toMillis());
        }
    }
}
