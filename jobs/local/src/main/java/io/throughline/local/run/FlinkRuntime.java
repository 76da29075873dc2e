package io.throughline.local.run;

import io.throughline.local.metrics.JobMetrics;
import io.throughline.pipeline.JobEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.metrics.MetricRegistryConfiguration;
import org.apache.flink.runtime.metrics.MetricRegistryImpl;
import org.apache.flink.runtime.metrics.ReporterSetup;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.RpcServiceSharing;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** Flink inside this JVM, with its state under a directory that is kept between runs. */
public final class FlinkRuntime implements AutoCloseable {

    private static final Duration CHECKPOINT_INTERVAL = Duration.ofSeconds(1);

    private final MiniCluster cluster;
    private final Path directory;
    private final JobMetrics metrics;

    private FlinkRuntime(MiniCluster cluster, Path directory, JobMetrics metrics) {
        this.cluster = cluster;
        this.directory = directory;
        this.metrics = metrics;
    }

    /** A cluster whose figures are told to a reporter of ours. */
    private static final class MeasuredCluster extends MiniCluster {

        private final JobMetrics metrics;

        MeasuredCluster(MiniClusterConfiguration configuration, JobMetrics metrics) {
            super(configuration);
            this.metrics = metrics;
        }

        @Override
        protected MetricRegistryImpl createMetricRegistry(
                Configuration configuration, long largestMessage) {
            return new MetricRegistryImpl(
                    MetricRegistryConfiguration.fromConfiguration(configuration, largestMessage),
                    List.of(
                            new ReporterSetup(
                                    "page",
                                    new MetricConfig(),
                                    metrics,
                                    (metric, name, scope) -> true,
                                    Map.of())));
        }
    }

    /** The figures of the jobs. */
    public JobMetrics metrics() {
        return metrics;
    }

    /**
     * Starts Flink.
     *
     * @param directory for checkpoints and savepoints
     * @param slots sum of the parallelism of the jobs that will run
     */
    public static FlinkRuntime start(Path directory, int slots) throws Exception {
        Configuration configuration = new Configuration();
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(RestOptions.ADDRESS, "localhost");
        configuration.set(RestOptions.BIND_ADDRESS, "localhost");
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(16));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(32));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(32));
        configuration.set(
                CoreOptions.TMP_DIRS, Files.createDirectories(directory.resolve("tmp")).toString());
        JobMetrics metrics = new JobMetrics();
        MiniCluster cluster =
                new MeasuredCluster(
                        new MiniClusterConfiguration.Builder()
                                .setConfiguration(configuration)
                                .setNumTaskManagers(1)
                                .setNumSlotsPerTaskManager(slots)
                                .setRpcServiceSharing(RpcServiceSharing.SHARED)
                                .build(),
                        metrics);
        cluster.start();
        return new FlinkRuntime(cluster, directory, metrics);
    }

    /** The newest savepoint or completed checkpoint of a job. */
    public Optional<Path> latestState(String job) {
        return StateDirectory.of(directory, job).latest();
    }

    /**
     * Submits a job.
     *
     * @param restore state to start from; taken over, so Flink removes it when it has newer
     */
    public RunningJob submit(
            String name,
            int parallelism,
            Optional<Path> restore,
            Consumer<StreamExecutionEnvironment> define)
            throws Exception {
        StateDirectory state = StateDirectory.of(directory, name);
        state.removeAllBut(restore);
        Configuration configuration = new Configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL);
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY, state.checkpoints().toUri().toString());
        configuration.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF,
                Duration.ofSeconds(1));
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF,
                Duration.ofSeconds(10));
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, 10);
        StreamExecutionEnvironment env =
                new StreamExecutionEnvironment(JobEnvironment.configure(configuration));
        define.accept(env);
        StreamGraph graph = env.getStreamGraph();
        graph.setJobName(name);
        restore.ifPresent(
                path ->
                        graph.setSavepointRestoreSettings(
                                SavepointRestoreSettings.forPath(
                                        path.toUri().toString(), false, RecoveryClaimMode.CLAIM)));
        JobID id = cluster.submitJob(graph).get().getJobID();
        return new RunningJob(name, id, state);
    }

    @Override
    public void close() throws Exception {
        cluster.close();
    }

    /** A submitted job. */
    public final class RunningJob {

        private final String name;
        private final JobID id;
        private final StateDirectory state;
        private final CompletableFuture<JobResult> result;

        private RunningJob(String name, JobID id, StateDirectory state) {
            this.name = name;
            this.id = id;
            this.state = state;
            this.result = cluster.requestJobResult(id);
        }

        /** Name of the job. */
        public String name() {
            return name;
        }

        /**
         * Whether the job has come to its end by itself.
         *
         * @throws JobFailedException when it failed for good
         */
        public boolean finished() {
            if (!result.isDone()) {
                return false;
            }
            JobResult done = result.join();
            done.getSerializedThrowable()
                    .ifPresent(
                            failure -> {
                                throw new JobFailedException(
                                        name,
                                        failure.deserializeError(getClass().getClassLoader()));
                            });
            return true;
        }

        /** Stops the job at a savepoint: everything it read is written and committed. */
        public void stop(Duration patience) throws IOException, InterruptedException {
            stop(patience, false);
        }

        /**
         * Stops the job as {@link #stop} does, after it has taken time to its end: nothing more
         * will come in this run, so what waits for later records is decided without them.
         */
        public void finish(Duration patience) throws IOException, InterruptedException {
            stop(patience, true);
        }

        private void stop(Duration patience, boolean endTime)
                throws IOException, InterruptedException {
            try {
                if (cluster.getJobStatus(id).get().isGloballyTerminalState()) {
                    return;
                }
                cluster.stopWithSavepoint(
                                id,
                                state.savepoints().toUri().toString(),
                                endTime,
                                SavepointFormatType.CANONICAL)
                        .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                throw new IOException(name + " could not be stopped at a savepoint", e);
            }
        }

        /** Stops the job as it is; its last checkpoint stays. */
        public void cancel() {
            cluster.cancelJob(id);
        }

        /** Whether the job runs with all its tasks. */
        public boolean running() throws InterruptedException {
            try {
                return cluster.getJobStatus(id).get() == JobStatus.RUNNING;
            } catch (ExecutionException e) {
                throw new JobFailedException(name, e.getCause());
            }
        }
    }
}
