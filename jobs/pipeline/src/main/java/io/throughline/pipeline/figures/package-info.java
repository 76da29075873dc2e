/**
 * What the jobs do, minute by minute of the clock on the wall: into {@code cx-signals} for people,
 * and the figures beside it for Prometheus.
 */
package io.throughline.pipeline.figures;
