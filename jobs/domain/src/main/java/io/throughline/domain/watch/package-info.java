/**
 * The watch over a stage: which feedback counts, what the detectors say of it, and the life of the
 * alerts that come of it. Everything is a function of feedback, words of people and event time; no
 * clock, no I/O.
 */
package io.throughline.domain.watch;
