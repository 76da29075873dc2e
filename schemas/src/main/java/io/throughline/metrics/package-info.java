/** Figures about a process, in the text format of Prometheus. */
package io.throughline.metrics;
