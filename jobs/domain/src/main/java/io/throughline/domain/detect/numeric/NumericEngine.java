package io.throughline.domain.detect.numeric;

/** Throughline's own detector with the settings it has everywhere. */
public final class NumericEngine implements SeriesEngine {

    public static final String ID = "throughline";

    @Override
    public String id() {
        return ID;
    }

    @Override
    public SeriesScorer scorer(long seed) {
        return new NumericDetector(NumericSettings.DEFAULT);
    }
}
