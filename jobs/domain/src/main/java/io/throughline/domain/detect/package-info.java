/**
 * Whether the negative share of a stage left its baseline: baseline, cumulative sum, dispersion,
 * limit, gate, thresholds and recovery over closed windows of whole numbers. No clock, no feedback,
 * no life of an alert.
 */
package io.throughline.domain.detect;
