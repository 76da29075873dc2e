package io.throughline.domain.detect;

/**
 * Run length of the plain Bernoulli CUSUM, by a Markov chain over equal steps of the statistic
 * (Brook and Evans, Biometrika 59, 1972, 539–549). Between two steps the mass is shared, so that
 * the mean of every move is kept; the matrix is a band, and elimination takes no pivot because it
 * is diagonally dominant.
 */
final class PlainCusum {

    private static final int STEPS_PER_UNIT = 60;
    private static final int HALVINGS = 40;
    private static final double GREATEST = 40;

    private PlainCusum() {}

    /**
     * Mean number of outcomes until {@code S > threshold}, from S = 0.
     *
     * @param p that the scores expect
     * @param truth that the outcomes have
     */
    static double runLength(double p, double truth, double ratio, double threshold) {
        int states = Math.max(20, (int) StrictMath.ceil(threshold * STEPS_PER_UNIT)) + 1;
        double step = threshold / (states - 1);
        Move hit = new Move(Score.of(1, 1, p, ratio) / step, truth);
        Move miss = new Move(Score.of(0, 1, p, ratio) / step, 1 - truth);
        int down = Math.max(1, -Math.min(hit.least(), miss.least()));
        int up = Math.max(1, Math.max(hit.least(), miss.least()) + 1);
        double[][] band = new double[states][down + up + 1];
        double[] steps = new double[states];
        for (int state = 0; state < states; state++) {
            band[state][down] = 1;
            steps[state] = 1;
            hit.put(band[state], state, states, down);
            miss.put(band[state], state, states, down);
        }
        return solve(band, steps, down, up);
    }

    /** Threshold whose mean run length in control is the given number of outcomes. */
    static double threshold(double p, double ratio, double outcomes) {
        double low = 0.05;
        double high = GREATEST;
        for (int i = 0; i < HALVINGS && high - low > 1e-4; i++) {
            double middle = (low + high) / 2;
            if (runLength(p, p, ratio, middle) < outcomes) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static double solve(double[][] band, double[] right, int down, int up) {
        int states = right.length;
        for (int row = 0; row < states; row++) {
            for (int below = row + 1; below <= Math.min(states - 1, row + down); below++) {
                double factor = band[below][row - below + down] / band[row][down];
                if (factor == 0) {
                    continue;
                }
                for (int at = row; at <= Math.min(states - 1, row + up); at++) {
                    band[below][at - below + down] -= factor * band[row][at - row + down];
                }
                right[below] -= factor * right[row];
            }
        }
        for (int row = states - 1; row >= 0; row--) {
            for (int at = row + 1; at <= Math.min(states - 1, row + up); at++) {
                right[row] -= band[row][at - row + down] * right[at];
            }
            right[row] /= band[row][down];
        }
        return right[0];
    }

    /** A move by a number of steps that is seldom whole. */
    private record Move(double steps, double chance) {

        int least() {
            return (int) StrictMath.floor(steps);
        }

        void put(double[] row, int state, int states, int down) {
            double beyond = steps - least();
            put(row, state, state + least(), states, down, chance * (1 - beyond));
            put(row, state, state + least() + 1, states, down, chance * beyond);
        }

        private static void put(
                double[] row, int state, int target, int states, int down, double mass) {
            if (target < states) {
                row[Math.max(0, target) - state + down] -= mass;
            }
        }
    }
}
