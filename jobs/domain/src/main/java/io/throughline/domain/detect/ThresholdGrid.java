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
        Axis.Place outcomes = Axis.LOGARITHM.place(OUTCOMES, setting.outcomes());
        Axis.Place share = Axis.LOG_ODDS.place(SHARES, setting.share());
        Axis.Place known = Axis.LOGARITHM.place(KNOWN, setting.known() / setting.outcomes());
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

    /**
     * Solves what {@link #at} may come to ask for: the setting's share or any up to another one,
     * known as well as the setting says or less. Costs nothing for settings of the table; others
     * are solved here, when the rules are told or a stage gets ready, rather than in the window
     * that fires.
     */
    static void prepare(RuleSetting setting, double greatestShare) {
        Axis.Place outcomes = Axis.LOGARITHM.place(OUTCOMES, setting.outcomes());
        int firstShare = Axis.LOG_ODDS.place(SHARES, setting.share()).lower();
        int lastShare = Axis.LOG_ODDS.place(SHARES, greatestShare).upper();
        int lastKnown = Axis.LOGARITHM.place(KNOWN, setting.known() / setting.outcomes()).upper();
        for (int i = outcomes.lower(); i <= outcomes.upper(); i++) {
            for (int share = firstShare; share <= lastShare; share++) {
                for (int known = 0; known <= lastKnown; known++) {
                    solved(setting, i, share, known);
                }
            }
        }
    }

    /** Nodes that are solved by now, those of the table included. */
    static int solved() {
        return SOLVED.size();
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
}
