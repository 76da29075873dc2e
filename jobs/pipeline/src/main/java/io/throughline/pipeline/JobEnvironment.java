package io.throughline.pipeline;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.CheckpointingMode;

/**
 * Flink options that the promises of every job rest on. What a deployment decides (parallelism,
 * checkpoint interval and directory, state backend) is left alone when it is set already.
 */
public final class JobEnvironment {

    /** Key groups: the most subtasks a job can ever be scaled to. Part of every savepoint. */
    public static final int MAX_PARALLELISM = 128;

    private JobEnvironment() {}

    /** The configuration with what our jobs need. */
    public static Configuration configure(Configuration deployment) {
        Configuration configuration = new Configuration(deployment);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        configuration.set(
                CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE,
                CheckpointingMode.EXACTLY_ONCE);
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        unlessSet(
                configuration, CheckpointingOptions.CHECKPOINTING_INTERVAL, Duration.ofSeconds(10));
        unlessSet(configuration, RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        configuration.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, false);
        return configuration;
    }

    private static <T> void unlessSet(
            Configuration configuration,
            org.apache.flink.configuration.ConfigOption<T> option,
            T value) {
        if (!configuration.contains(option)) {
            configuration.set(option, value);
        }
    }
}
