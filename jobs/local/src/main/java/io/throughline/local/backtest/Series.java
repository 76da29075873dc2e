package io.throughline.local.backtest;

import io.throughline.alert.StageStatus;
import io.throughline.domain.rollup.Contribution;
import io.throughline.model.SentimentLabel;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** One stage over time, in stretches of equal length. */
final class Series {

    private final long from;
    private final long seconds;
    private final long[] count;
    private final long[] labelled;
    private final long[] negative;
    private final double[] expected;
    private final double[] ratio;

    /**
     * @param from begin of the first stretch, in seconds since 1970
     * @param seconds length of a stretch
     */
    Series(long from, long seconds, int stretches) {
        this.from = from;
        this.seconds = seconds;
        this.count = new long[stretches];
        this.labelled = new long[stretches];
        this.negative = new long[stretches];
        this.expected = new double[stretches];
        this.ratio = new double[stretches];
        Arrays.fill(expected, Double.NaN);
        Arrays.fill(ratio, Double.NaN);
    }

    @SuppressWarnings("EnumOrdinal") // the schema fixes the order of the labels
    void item(int at, int label) {
        count[at]++;
        if (label != Contribution.ABSTAINED) {
            labelled[at]++;
            negative[at] += label == SentimentLabel.NEGATIVE.ordinal() ? 1 : 0;
        }
    }

    /** Of a stretch the latest expectation and the highest statistic are kept. */
    void status(int at, StageStatus status) {
        if (status.learning()) {
            return;
        }
        expected[at] = status.expected();
        double now = status.threshold() > 0 ? status.statistic() / status.threshold() : Double.NaN;
        ratio[at] = Double.isNaN(ratio[at]) ? now : Math.max(ratio[at], now);
    }

    int stretches() {
        return count.length;
    }

    Instant begin() {
        return Instant.ofEpochSecond(from);
    }

    Instant end() {
        return Instant.ofEpochSecond(from + seconds * count.length);
    }

    Duration length() {
        return Duration.ofSeconds(seconds);
    }

    /** Begin of a stretch, in seconds since 1970. */
    double start(int at) {
        return from + seconds * (double) at;
    }

    /** Middles of the stretches, in seconds since 1970. */
    double[] middles() {
        double[] middles = new double[count.length];
        for (int at = 0; at < middles.length; at++) {
            middles[at] = start(at) + seconds / 2.0;
        }
        return middles;
    }

    long[] counts() {
        return count;
    }

    boolean hasLabels() {
        return Arrays.stream(labelled).anyMatch(one -> one > 0);
    }

    /** Negative share of a stretch; not a number when nothing in it has a label. */
    double share(int at) {
        return labelled[at] == 0 ? Double.NaN : (double) negative[at] / labelled[at];
    }

    long labelled(int at) {
        return labelled[at];
    }

    /** What is due; the last one known goes on through silence. */
    double[] expected() {
        return carried(expected);
    }

    /** The statistic of the test for a drop over its threshold. */
    double[] ratio() {
        return carried(ratio);
    }

    private static double[] carried(double[] values) {
        double[] carried = values.clone();
        for (int at = 1; at < carried.length; at++) {
            carried[at] = Double.isNaN(carried[at]) ? carried[at - 1] : carried[at];
        }
        return carried;
    }
}
