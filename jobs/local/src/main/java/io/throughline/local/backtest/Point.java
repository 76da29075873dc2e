package io.throughline.local.backtest;

import java.time.Instant;

/** A number of a series, and when it was. */
public record Point(Instant at, double value) {}
