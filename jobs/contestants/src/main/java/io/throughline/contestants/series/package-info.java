/** Other people's detectors of anomalies in numeric series, as the benchmark publishes them. */
package io.throughline.contestants.series;
