package io.throughline.stack.kubernetes;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.HighAvailabilityOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.NettyShuffleEnvironmentOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;

/** Names of options: Flink ignores one that it does not know, without a word. */
final class FlinkOptions {

    private static final List<Class<?>> CLASSES =
            List.of(
                    CheckpointingOptions.class,
                    CoreOptions.class,
                    HighAvailabilityOptions.class,
                    JobManagerOptions.class,
                    NettyShuffleEnvironmentOptions.class,
                    RestartStrategyOptions.class,
                    StateBackendOptions.class,
                    TaskManagerOptions.class,
                    RocksDBOptions.class);

    /**
     * What is not on the class path: options of the Flink Kubernetes operator 1.15.0 (its pages of
     * reference list them), of Flink's S3 file systems, which hand on all that begins with {@code
     * s3.}, and of metric reporters, whose names are the user's.
     */
    static final Set<String> ELSEWHERE =
            Set.of(
                    "job.autoscaler.enabled",
                    "job.autoscaler.stabilization.interval",
                    "job.autoscaler.metrics.window",
                    "job.autoscaler.utilization.target",
                    "job.autoscaler.restart.time",
                    "job.autoscaler.catch-up.duration",
                    "job.autoscaler.vertex.max-parallelism",
                    "job.autoscaler.vertex.exclude.ids",
                    "kubernetes.operator.periodic.savepoint.interval",
                    "kubernetes.operator.savepoint.history.max.count",
                    "kubernetes.operator.savepoint.history.max.age",
                    "s3.endpoint",
                    "s3.path.style.access",
                    "metrics.reporter.prom.factory.class",
                    "metrics.reporter.prom.port",
                    "metrics.reporter.prom.filterLabelValueCharacters");

    private FlinkOptions() {}

    /** Flink's own, by their present names: a deprecated one is none. */
    static Map<String, ConfigOption<?>> onTheClassPath() {
        Map<String, ConfigOption<?>> options = new TreeMap<>();
        for (Class<?> owner : CLASSES) {
            for (Field field : owner.getFields()) {
                if (Modifier.isStatic(field.getModifiers())
                        && field.getType() == ConfigOption.class
                        && !field.isAnnotationPresent(Deprecated.class)) {
                    ConfigOption<?> option = value(field);
                    options.put(option.key(), option);
                }
            }
        }
        return options;
    }

    private static ConfigOption<?> value(Field field) {
        try {
            return (ConfigOption<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(field.toString(), e);
        }
    }
}
