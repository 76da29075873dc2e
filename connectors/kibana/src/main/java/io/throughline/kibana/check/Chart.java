package io.throughline.kibana.check;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of chart: under which names it shows columns, which of them ask for buckets and which for
 * figures, and what it cannot do without.
 *
 * @param buckets names of what rows, axes and series are made by
 * @param figures names of what is measured
 * @param any names of what may be either
 * @param needed of every layer that is shown
 */
record Chart(Set<String> buckets, Set<String> figures, Set<String> any, Set<String> needed) {

    private static final Map<String, Chart> ALL =
            Map.of(
                    "lnsMetric",
                    new Chart(
                            Set.of(
                                    "breakdownByAccessor",
                                    "trendlineTimeAccessor",
                                    "trendlineBreakdownByAccessor"),
                            Set.of(
                                    "metricAccessor",
                                    "secondaryMetricAccessor",
                                    "maxAccessor",
                                    "trendlineMetricAccessor",
                                    "trendlineSecondaryMetricAccessor"),
                            Set.of(),
                            Set.of("metricAccessor")),
                    "lnsDatatable",
                    new Chart(Set.of(), Set.of(), Set.of("columnId"), Set.of("columns")),
                    "lnsHeatmap",
                    new Chart(
                            Set.of("xAccessor", "yAccessor"),
                            Set.of("valueAccessor"),
                            Set.of(),
                            Set.of("xAccessor", "valueAccessor")),
                    "lnsXY",
                    new Chart(
                            Set.of("xAccessor", "splitAccessor"),
                            Set.of("accessors"),
                            Set.of(),
                            Set.of("seriesType", "xAccessor", "accessors")),
                    "lnsPie",
                    new Chart(
                            Set.of("primaryGroups", "secondaryGroups"),
                            Set.of("metrics"),
                            Set.of(),
                            Set.of("metrics")),
                    "lnsGauge",
                    new Chart(
                            Set.of(),
                            Set.of("metricAccessor", "minAccessor", "maxAccessor", "goalAccessor"),
                            Set.of(),
                            Set.of("metricAccessor")));

    static Optional<Chart> of(String type) {
        return Optional.ofNullable(ALL.get(type));
    }

    /** Whether columns stand under that name. */
    boolean shows(String name) {
        return buckets.contains(name) || figures.contains(name) || any.contains(name);
    }

    /** Whether a bucket, or else a figure, may stand there. */
    boolean takes(String name, boolean bucket) {
        return any.contains(name) || (bucket ? buckets : figures).contains(name);
    }
}
