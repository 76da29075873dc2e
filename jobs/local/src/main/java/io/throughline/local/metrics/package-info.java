/** Figures of the process for Prometheus: those of Flink's jobs, and a server for them. */
package io.throughline.local.metrics;
