package io.throughline.domain.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Simulated runs of S from 0, for some places where the true share may be. Every run remembers when
 * either statistic reached a new height with the gate open, so that one sample tells the rate of
 * false alarms at any threshold.
 */
final class RunSample {

    /** Runs are followed up to this height of S. */
    static final double GREATEST = 16;

    private static final int PLACES = 9;
    private static final int RUNS = 1200;
    private static final int RUNS_IN_CONTROL = 3000;
    private static final int LONGEST = 20_000;
    private static final double BEYOND_DELTA = 0.06;

    private final List<Place> places = new ArrayList<>();

    private RunSample() {}

    static RunSample of(RuleSetting setting, SplittableRandom random) {
        RunSample sample = new RunSample();
        for (int i = 0; i < PLACES; i++) {
            double quantile = NormalQuantile.of((i + 0.5) / PLACES);
            double p = setting.share();
            double truth = p + quantile * StrictMath.sqrt(p * (1 - p) / setting.known());
            sample.places.add(
                    place(setting, Math.max(p / 4, Math.min((1 + p) / 2, truth)), random));
        }
        return sample;
    }

    /** False alarms per observation. */
    double rate(double threshold, double limit) {
        double sum = 0;
        for (Place place : places) {
            double chance = 0;
            for (Run run : place.runs()) {
                chance += run.weight(threshold, limit);
            }
            sum += chance / place.runs().size() / place.length();
        }
        return sum / places.size();
    }

    private static Place place(RuleSetting setting, double truth, SplittableRandom random) {
        double p = setting.share();
        double aim =
                Math.min(
                        0.97,
                        Math.max(
                                Score.shifted(p, setting.ratio()),
                                p + (setting.delta() + BEYOND_DELTA) * Math.min(1, 2 * (1 - p))));
        RunWalk walk = new RunWalk(setting, random);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            runs.add(walk.out(truth, Math.max(aim, truth), GREATEST, LONGEST));
        }
        double length = 0;
        for (int i = 0; i < RUNS_IN_CONTROL; i++) {
            length += walk.length(truth, GREATEST / 2, LONGEST);
        }
        return new Place(runs, length / RUNS_IN_CONTROL);
    }

    /**
     * One place where the true share may be.
     *
     * @param length mean observations of a run in control
     */
    private record Place(List<Run> runs, double length) {}

    /** New heights of a run in order: S of two windows in a row, or the fast statistic. */
    static final class Run {

        private final List<double[]> heights = new ArrayList<>();

        void reached(double s, double fast, double logLikelihoodRatio) {
            heights.add(new double[] {s, fast, StrictMath.exp(-logLikelihoodRatio)});
        }

        double weight(double threshold, double limit) {
            for (double[] height : heights) {
                if (height[0] > threshold || height[1] > limit) {
                    return height[2];
                }
            }
            return 0;
        }
    }
}
