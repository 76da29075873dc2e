/**
 * Changes in a series of numbers, one reading after the other: what the product's detectors do,
 * without their counts, shares and stages.
 */
package io.throughline.domain.detect.numeric;
