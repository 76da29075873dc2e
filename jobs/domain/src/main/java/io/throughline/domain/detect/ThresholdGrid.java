package io.throughline.domain.detect;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Solved thresholds on a grid, and between its nodes by linear interpolation: over the logarithm of
 * the observations a false alarm is allowed in, the log-odds of the share, and the logarithm of how
 * many observations are known for each of those. Nodes that are not in the table are solved when
 * they are asked for first, and kept.
 */
final class ThresholdGrid {

    static final double[] OUTCOMES = {100, 400, 1_600, 6_400, 25_600, 102_400, 409_600, 1_638_400};
    static final double[] SHARES = {
        0.02, 0.04, 0.08, 0.15, 0.25, 0.35, 0.5, 0.65, 0.75, 0.85, 0.92, 0.96, 0.98
    };
    static final double[] KNOWN = {0.0625, 0.25, 1};

    private static final Map<Node, Limits> SOLVED = new ConcurrentHashMap<>(ThresholdTable.read());

    private ThresholdGrid() {}

    static Limits at(RuleSetting setting) {
        Place outcomes = Place.of(OUTCOMES, setting.outcomes(), ThresholdGrid::log);
        Place share = Place.of(SHARES, setting.share(), ThresholdGrid::logOdds);
        Place known = Place.of(KNOWN, setting.known() / setting.outcomes(), ThresholdGrid::log);
        double threshold = 0;
        double limit = 0;
        for (int corner = 0; corner < 8; corner++) {
            int i = corner & 1;
            int j = corner >> 1 & 1;
            int k = corner >> 2;
            double part = outcomes.part(i) * share.part(j) * known.part(k);
            if (part > 0) {
                Limits limits = solved(setting, outcomes.index(i), share.index(j), known.index(k));
                threshold += part * limits.threshold();
                limit += part * limits.limit();
            }
        }
        return new Limits(threshold, limit);
    }

    private static Limits solved(RuleSetting setting, int outcomes, int share, int known) {
        Node node =
                new Node(
                        setting.ratio(),
                        setting.delta(),
                        setting.least(),
                        Math.round(setting.windows()),
                        outcomes,
                        share,
                        known);
        return SOLVED.computeIfAbsent(node, wanted -> RuleSolver.solve(wanted.setting()));
    }

    private static double log(double value) {
        return StrictMath.log(value);
    }

    private static double logOdds(double share) {
        return StrictMath.log(share / (1 - share));
    }

    /** One node; the last three are indices of the axes. */
    record Node(
            double ratio,
            double delta,
            int least,
            long windows,
            int outcomes,
            int share,
            int known) {

        RuleSetting setting() {
            return new RuleSetting(
                    SHARES[share],
                    ratio,
                    delta,
                    least,
                    OUTCOMES[outcomes],
                    KNOWN[known] * OUTCOMES[outcomes],
                    windows);
        }
    }

    private record Place(int lower, double beyond) {

        static Place of(double[] axis, double value, java.util.function.DoubleUnaryOperator scale) {
            if (value <= axis[0]) {
                return new Place(0, 0);
            }
            int last = axis.length - 1;
            if (value >= axis[last]) {
                return new Place(last, 0);
            }
            int lower = 0;
            while (axis[lower + 1] <= value) {
                lower++;
            }
            double from = scale.applyAsDouble(axis[lower]);
            double to = scale.applyAsDouble(axis[lower + 1]);
            return new Place(lower, (scale.applyAsDouble(value) - from) / (to - from));
        }

        double part(int side) {
            return side == 0 ? 1 - beyond : beyond;
        }

        int index(int side) {
            return lower + side;
        }
    }
}
