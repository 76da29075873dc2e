package io.throughline.taggers.linear;

import java.util.Arrays;

/**
 * Limited-memory BFGS with backtracking for smooth convex functions (Nocedal and Wright, Numerical
 * Optimization, 2006, algorithm 7.4). One thread, sums in a fixed order.
 */
public final class Minimizer {

    /** A function with its gradient. */
    public interface Function {

        /** The value at {@code point}; writes the gradient there into {@code gradient}. */
        double at(double[] point, double[] gradient);
    }

    private static final int HISTORY = 6;
    private static final int MAX_HALVINGS = 20;
    private static final double SUFFICIENT = 1e-4;

    private final Function function;
    private final int dimensions;
    private final double[][] steps = new double[HISTORY][];
    private final double[][] changes = new double[HISTORY][];
    private final double[] curvatures = new double[HISTORY];
    private int remembered;

    /** A minimiser of a function of so many numbers. */
    public Minimizer(Function function, int dimensions) {
        this.function = function;
        this.dimensions = dimensions;
    }

    /** Where the function is smallest, going down from {@code point}, which is overwritten. */
    public double[] minimum(double[] point, int iterations, double tolerance) {
        double[] here = point;
        double[] gradient = new double[dimensions];
        double value = function.at(here, gradient);
        double[] there = new double[dimensions];
        double[] gradientThere = new double[dimensions];
        for (int iteration = 0; iteration < iterations; iteration++) {
            double[] direction = direction(gradient);
            double slope = dot(direction, gradient);
            if (slope >= 0) {
                return here;
            }
            double length =
                    remembered == 0 ? Math.min(1, 1 / Math.sqrt(dot(gradient, gradient))) : 1;
            double next = value;
            boolean lower = false;
            for (int halving = 0; halving < MAX_HALVINGS && !lower; halving++) {
                for (int i = 0; i < dimensions; i++) {
                    there[i] = here[i] + length * direction[i];
                }
                next = function.at(there, gradientThere);
                lower = next <= value + SUFFICIENT * length * slope;
                length /= 2;
            }
            if (!lower) {
                return here;
            }
            remember(here, gradient, there, gradientThere);
            double gain = value - next;
            double[] swap = here;
            here = there;
            there = swap;
            swap = gradient;
            gradient = gradientThere;
            gradientThere = swap;
            value = next;
            if (gain <= tolerance * Math.max(1e-9, Math.abs(value))) {
                return here;
            }
        }
        return here;
    }

    private double[] direction(double[] gradient) {
        double[] direction = new double[dimensions];
        for (int i = 0; i < dimensions; i++) {
            direction[i] = -gradient[i];
        }
        int kept = Math.min(remembered, HISTORY);
        double[] alphas = new double[HISTORY];
        for (int back = 1; back <= kept; back++) {
            int at = (remembered - back) % HISTORY;
            alphas[at] = dot(steps[at], direction) / curvatures[at];
            add(direction, -alphas[at], changes[at]);
        }
        if (kept > 0) {
            int last = (remembered - 1) % HISTORY;
            double scale = curvatures[last] / dot(changes[last], changes[last]);
            for (int i = 0; i < dimensions; i++) {
                direction[i] *= scale;
            }
        }
        for (int back = kept; back >= 1; back--) {
            int at = (remembered - back) % HISTORY;
            double beta = dot(changes[at], direction) / curvatures[at];
            add(direction, alphas[at] - beta, steps[at]);
        }
        return direction;
    }

    private void remember(double[] here, double[] gradient, double[] there, double[] after) {
        int at = remembered % HISTORY;
        if (steps[at] == null) {
            steps[at] = new double[dimensions];
            changes[at] = new double[dimensions];
        }
        for (int i = 0; i < dimensions; i++) {
            steps[at][i] = there[i] - here[i];
            changes[at][i] = after[i] - gradient[i];
        }
        curvatures[at] = dot(steps[at], changes[at]);
        if (curvatures[at] > 1e-12) {
            remembered++;
        } else {
            remembered = 0;
            Arrays.fill(curvatures, 0);
        }
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    private static double dot(double[] one, double[] two) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * two[i];
        }
        return sum;
    }
}
