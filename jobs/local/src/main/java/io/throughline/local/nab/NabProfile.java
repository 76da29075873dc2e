package io.throughline.local.nab;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an application cares for: the published weights of its detections and misses. */
public enum NabProfile {
    STANDARD(1, 0.11, 1),
    /** A false alarm costs twice as much. */
    REWARD_LOW_FP_RATE(1, 0.22, 1),
    /** A missed window costs twice as much. */
    REWARD_LOW_FN_RATE(1, 0.11, 2);

    private final double truePositive;
    private final double falsePositive;
    private final double falseNegative;

    NabProfile(double truePositive, double falsePositive, double falseNegative) {
        this.truePositive = truePositive;
        this.falsePositive = falsePositive;
        this.falseNegative = falseNegative;
    }

    /** Name on the command line, e.g. {@code reward-low-fp-rate}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The profile of an id, with hyphens or, as the benchmark itself writes them, underscores. */
    public static Optional<NabProfile> of(String id) {
        String name = id.toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values()).filter(profile -> profile.id().equals(name)).findFirst();
    }

    /** All ids, for messages. */
    public static List<String> ids() {
        return Arrays.stream(values()).map(NabProfile::id).toList();
    }

    /** What a window is worth that is found at its very beginning. */
    double truePositive() {
        return truePositive;
    }

    /** What a detection far from any window costs. */
    double falsePositive() {
        return falsePositive;
    }

    /** What a window costs in which nothing is detected. */
    double falseNegative() {
        return falseNegative;
    }
}
