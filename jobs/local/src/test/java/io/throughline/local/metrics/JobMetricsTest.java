package io.throughline.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.prometheus.AbstractPrometheusReporter;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.metrics.DescriptiveStatisticsHistogram;
import org.apache.flink.runtime.metrics.MetricRegistryConfiguration;
import org.apache.flink.runtime.metrics.MetricRegistryImpl;
import org.apache.flink.runtime.metrics.ReporterSetup;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobMetricsTest {

    private final JobMetrics ours = new JobMetrics();
    private final FlinkReporter flinks = new FlinkReporter();
    private final MetricRegistryImpl registry = registry(ours, flinks);
    private final TaskManagerMetricGroup group =
            TaskManagerMetricGroup.createTaskManagerMetricGroup(
                    registry, "a-host", new ResourceID("tm-1"));

    @AfterEach
    void close() {
        registry.closeAsync().join();
    }

    @Test
    void namesAndLabelsAreThoseOfFlinksOwnReporter() throws Exception {
        MetricGroup channel = group.addGroup("channel", "app-store \"1\"");
        channel.counter("dead letters.total").inc(7);
        channel.addGroup("le", "+Inf").counter("freshness_seconds_bucket").inc(3);
        channel.gauge("lag", (Gauge<Double>) () -> 1.5);
        channel.gauge("unknown", (Gauge<Double>) () -> Double.NaN);
        channel.gauge("broken", (Gauge<Boolean>) () -> true);
        group.histogram("took", histogram());

        assertThat(samples(ours.text())).hasSize(12).isEqualTo(samples(flinks.text()));
        assertThat(ours.text())
                .contains("# TYPE flink_taskmanager_took summary\n")
                .contains("channel=\"app-store \\\"1\\\"\"");
    }

    @Test
    void whatIsGoneIsNotTold() {
        Counter counter = group.addGroup("channel", "calls").counter("records");
        counter.inc();
        assertThat(ours.text()).contains("_records{");

        group.close();

        assertThat(ours.text()).isEmpty();
    }

    @Test
    void whatIsNoNumberIsLeftOut() {
        group.gauge("path", (Gauge<String>) () -> "s3://somewhere");

        assertThat(ours.text()).doesNotContain("somewhere").doesNotContain("_path{");
    }

    @Test
    void aFigureThatCannotBeToldKeepsNoOtherFromBeingTold() {
        group.gauge("gone", (Gauge<Long>) () -> Long.parseLong("closed"));
        group.counter("records").inc();

        assertThat(ours.text()).contains("flink_taskmanager_records{").doesNotContain("_gone{");
    }

    private static DescriptiveStatisticsHistogram histogram() {
        DescriptiveStatisticsHistogram histogram = new DescriptiveStatisticsHistogram(10);
        for (int i = 1; i <= 10; i++) {
            histogram.update(i);
        }
        return histogram;
    }

    /** Values by name and labels, whatever their order and the way numbers are written. */
    private static Map<String, Double> samples(String text) {
        Map<String, Double> samples = new TreeMap<>();
        for (String line : text.split("\n")) {
            if (!line.startsWith("#")) {
                int value = line.lastIndexOf(' ');
                String labels =
                        Arrays.stream(
                                        line.substring(line.indexOf('{') + 1, line.lastIndexOf('}'))
                                                .split(","))
                                .filter(label -> !label.isEmpty())
                                .sorted()
                                .collect(Collectors.joining(","));
                samples.put(
                        line.substring(0, line.indexOf('{')) + labels,
                        Double.valueOf(line.substring(value + 1)));
            }
        }
        return samples;
    }

    private static MetricRegistryImpl registry(MetricReporter... reporters) {
        MetricConfig config = new MetricConfig();
        config.setProperty("filterLabelValueCharacters", "false");
        List<ReporterSetup> setups =
                Arrays.stream(reporters)
                        .peek(reporter -> reporter.open(config))
                        .map(
                                reporter ->
                                        new ReporterSetup(
                                                reporter.getClass().getSimpleName(),
                                                config,
                                                reporter,
                                                (metric, name, scope) -> true,
                                                Map.of()))
                        .toList();
        return new MetricRegistryImpl(
                MetricRegistryConfiguration.fromConfiguration(new Configuration(), 1 << 20),
                setups);
    }

    /** Flink's reporter without its server, which would listen on all addresses. */
    static final class FlinkReporter extends AbstractPrometheusReporter {

        String text() throws IOException, ReflectiveOperationException {
            Field registry = AbstractPrometheusReporter.class.getDeclaredField("registry");
            registry.setAccessible(true);
            StringWriter out = new StringWriter();
            TextFormat.write004(
                    out, ((CollectorRegistry) registry.get(this)).metricFamilySamples());
            return out.toString();
        }
    }
}
