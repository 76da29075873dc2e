package io.throughline.local.metrics;

import io.throughline.metrics.Exposition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.flink.metrics.CharacterFilter;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.HistogramStatistics;
import org.apache.flink.metrics.LogicalScopeProvider;
import org.apache.flink.metrics.Meter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of Flink inside this process, under the names and labels that Flink's own reporter
 * for Prometheus gives them on a cluster, so that one set of rules and dashboards serves both.
 *
 * <p>That reporter is not used here because it listens on all addresses of the machine; this one
 * only hands out text. As there, everything is a gauge or a summary; a figure that is no number is
 * left out, where the other says 0.
 */
public final class JobMetrics implements MetricReporter {

    private static final Logger LOG = LoggerFactory.getLogger(JobMetrics.class);
    private static final Pattern FORBIDDEN = Pattern.compile("[^a-zA-Z0-9:_]");
    private static final CharacterFilter FILTER = text -> FORBIDDEN.matcher(text).replaceAll("_");
    private static final double[] QUANTILES = {.5, .75, .95, .98, .99, .999};

    private final IdentityHashMap<Metric, Named> metrics = new IdentityHashMap<>();

    private record Named(String name, String help, List<String> labels, List<String> values) {}

    @Override
    public void open(MetricConfig config) {}

    @Override
    public void close() {}

    @Override
    public synchronized void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
        String scope = LogicalScopeProvider.castFrom(group).getLogicalScope(FILTER, '_');
        Map<String, String> variables = new TreeMap<>();
        group.getAllVariables()
                .forEach(
                        (key, value) ->
                                variables.put(
                                        FILTER.filterCharacters(key.substring(1, key.length() - 1)),
                                        value));
        metrics.put(
                metric,
                new Named(
                        "flink_" + scope + "_" + FILTER.filterCharacters(name),
                        name + " (scope: " + scope + ")",
                        List.copyOf(variables.keySet()),
                        List.copyOf(variables.values())));
    }

    @Override
    public synchronized void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
        metrics.remove(metric);
    }

    /** All figures as they are now, in the text format of Prometheus. */
    public String text() {
        List<Map.Entry<Metric, Named>> all;
        synchronized (this) {
            all = new ArrayList<>();
            metrics.forEach((metric, named) -> all.add(Map.entry(metric, named)));
        }
        all.sort(Comparator.comparing(entry -> entry.getValue().name()));
        Exposition out = new Exposition();
        String last = "";
        for (Map.Entry<Metric, Named> entry : all) {
            Named named = entry.getValue();
            if (!named.name().equals(last)) {
                last = named.name();
                boolean summary = entry.getKey() instanceof Histogram;
                out.family(last, summary ? "summary" : "gauge", named.help());
            }
            try {
                write(out, entry.getKey(), named);
            } catch (RuntimeException e) {
                // Of a task that is just going: the others are told all the same.
                LOG.debug("{} cannot be told", named.name(), e);
            }
        }
        return out.text();
    }

    private static void write(Exposition out, Metric metric, Named named) {
        if (metric instanceof Counter counter) {
            sample(out, named, counter.getCount());
        } else if (metric instanceof Meter meter) {
            sample(out, named, meter.getRate());
        } else if (metric instanceof Histogram histogram) {
            quantiles(out, histogram, named);
        } else if (metric instanceof Gauge<?> gauge) {
            Object value = gauge.getValue();
            if (value instanceof Number number) {
                sample(out, named, number.doubleValue());
            } else if (value instanceof Boolean yes) {
                sample(out, named, yes ? 1 : 0);
            }
        }
    }

    private static void sample(Exposition out, Named named, double value) {
        out.sample(named.name(), named.labels(), named.values(), value);
    }

    private static void quantiles(Exposition out, Histogram histogram, Named named) {
        out.sample(named.name() + "_count", named.labels(), named.values(), histogram.getCount());
        HistogramStatistics statistics = histogram.getStatistics();
        List<String> labels = new ArrayList<>(named.labels());
        labels.add("quantile");
        for (double quantile : QUANTILES) {
            List<String> values = new ArrayList<>(named.values());
            values.add(Double.toString(quantile));
            out.sample(named.name(), labels, values, statistics.getQuantile(quantile));
        }
    }
}
