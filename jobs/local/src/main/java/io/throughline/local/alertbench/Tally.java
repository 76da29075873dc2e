package io.throughline.local.alertbench;

import io.throughline.measure.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What came of one case, seed by seed. Seeds are independent, what is within one is not. */
final class Tally {

    private static final double NORMAL_95 = Interval.TWO_SIDED_95;

    private final List<double[]> watched = new ArrayList<>();
    private final List<Double> delays = new ArrayList<>();
    private final List<Double> resolves = new ArrayList<>();
    private long missed;
    private long alarms;
    private long neverResolved;
    private double openHours;

    /** A stream without change: false alarms in so many weeks. */
    void quiet(long falseAlarms, double weeks) {
        watched.add(new double[] {falseAlarms, weeks});
    }

    /** False alarms were open for so many hours in all. */
    void open(double hours) {
        openHours += hours;
    }

    /** A change that was found. */
    void found(double hours, long alarmsOfIt) {
        delays.add(hours);
        alarms += alarmsOfIt;
    }

    /** A change that was not. */
    void missed() {
        missed++;
    }

    /** An alert ended so many hours after the change did. */
    void resolved(double hours) {
        resolves.add(hours);
    }

    /** An alert had not ended when the stream did. */
    void neverResolved() {
        neverResolved++;
    }

    boolean empty() {
        return watched.isEmpty() && trials() == 0;
    }

    long falseAlarms() {
        return (long) watched.stream().mapToDouble(one -> one[0]).sum();
    }

    double weeks() {
        return watched.stream().mapToDouble(one -> one[1]).sum();
    }

    /** For how many hours a false alarm was open, on average. */
    double openHours() {
        return openHours / falseAlarms();
    }

    /** False alarms a stage and week, with an interval over the seeds. */
    Estimate rate() {
        double weeks = weeks();
        double rate = falseAlarms() / weeks;
        double squares =
                watched.stream().mapToDouble(one -> Math.pow(one[0] - rate * one[1], 2)).sum();
        double error = Math.sqrt(squares) / weeks;
        // of nothing seen, the rule of three
        double high = falseAlarms() == 0 ? 3 / weeks : rate + NORMAL_95 * error;
        return new Estimate(rate, Math.max(0, rate - NORMAL_95 * error), high);
    }

    long trials() {
        return delays.size() + missed;
    }

    /** Share of the changes that were missed, with Wilson's interval. */
    Estimate shareMissed() {
        double share = missed / (double) trials();
        Interval interval = Interval.wilson(share, trials());
        return new Estimate(share, interval.low(), interval.high());
    }

    /** Mean delay in hours of those found. */
    Estimate mean() {
        double mean = delays.stream().mapToDouble(d -> d).average().orElse(Double.NaN);
        double squares = delays.stream().mapToDouble(d -> Math.pow(d - mean, 2)).sum();
        double error = Math.sqrt(squares / Math.max(1, delays.size() - 1) / delays.size());
        return new Estimate(mean, mean - NORMAL_95 * error, mean + NORMAL_95 * error);
    }

    /** Mean delay in hours with what was missed counted as long as the change lasted. */
    double restrictedMean(double most) {
        return (delays.stream().mapToDouble(d -> d).sum() + missed * most) / trials();
    }

    /** Median delay in hours over all changes; infinite when half of them were missed. */
    Estimate median() {
        return quantile(0.5);
    }

    /** The delay that nine of ten changes are found within; infinite when more were missed. */
    Estimate ninetieth() {
        return quantile(0.9);
    }

    /** Order statistics, with the binomial interval of their rank. */
    private Estimate quantile(double share) {
        int n = (int) trials();
        double[] sorted = new double[n];
        Arrays.fill(sorted, Double.POSITIVE_INFINITY);
        for (int i = 0; i < delays.size(); i++) {
            sorted[i] = delays.get(i);
        }
        Arrays.sort(sorted);
        double half = NORMAL_95 * Math.sqrt(n * share * (1 - share));
        return new Estimate(
                sorted[rank(n, n * share)],
                sorted[rank(n, n * share - half)],
                sorted[rank(n, n * share + half)]);
    }

    private static int rank(int n, double position) {
        return Math.max(0, Math.min(n - 1, (int) Math.ceil(position) - 1));
    }

    /** Alarms for each change that was found. */
    double alarmsPerIncident() {
        return (double) alarms / delays.size();
    }

    /** Median of the hours from the end of the change to the end of the alert. */
    double medianResolve() {
        double[] sorted = new double[resolves.size() + (int) neverResolved];
        Arrays.fill(sorted, Double.POSITIVE_INFINITY);
        for (int i = 0; i < resolves.size(); i++) {
            sorted[i] = resolves.get(i);
        }
        Arrays.sort(sorted);
        return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) / 2];
    }

    /** Share of the alerts that ended before the change did: wrongly. */
    double resolvedEarly() {
        long all = resolves.size() + neverResolved;
        return (double) resolves.stream().filter(hours -> hours < 0).count() / all;
    }

    /** Share of the alerts that had not ended when the stream did. */
    double shareUnresolved() {
        return (double) neverResolved / (resolves.size() + neverResolved);
    }
}
