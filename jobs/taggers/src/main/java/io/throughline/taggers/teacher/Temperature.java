package io.throughline.taggers.teacher;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds by how much a head's scores are to be divided for its probabilities to come true on texts
 * of a kind it has not seen, since those are what it will be asked about.
 *
 * <p>The files are dealt into {@value #FOLDS} folds, a head is fitted without each, and the
 * temperature is the one at which what the heads say of the files they have not seen is likeliest
 * (temperature scaling: Guo et al., On Calibration of Modern Neural Networks, ICML 2017).
 */
final class Temperature {

    private static final int FOLDS = 5;
    private static final int STEPS = 40;
    private static final double COLDEST = 0.25;
    private static final double HOTTEST = 4;
    private static final double GOLDEN = (StrictMath.sqrt(5) - 1) / 2;

    private final List<double[]> scores = new ArrayList<>();
    private final List<HeadExample> unseen = new ArrayList<>();

    private Temperature() {}

    /**
     * The temperature; 1 when there are too few files to leave some out.
     *
     * @param files examples by file
     */
    static double of(List<List<HeadExample>> files, Blocks blocks, HeadSettings settings) {
        if (files.size() < FOLDS) {
            return 1;
        }
        Temperature temperature = new Temperature();
        for (int fold = 0; fold < FOLDS; fold++) {
            List<HeadExample> learnt = new ArrayList<>();
            List<HeadExample> left = new ArrayList<>();
            for (int file = 0; file < files.size(); file++) {
                (file % FOLDS == fold ? left : learnt).addAll(files.get(file));
            }
            Head head = HeadTraining.fit("fold", blocks, learnt, settings);
            for (HeadExample example : left) {
                temperature.scores.add(head.scores(example.numbers()));
                temperature.unseen.add(example);
            }
        }
        return temperature.likeliest();
    }

    /** By golden section over the logarithm, in which the loss has one valley. */
    private double likeliest() {
        double low = StrictMath.log(COLDEST);
        double high = StrictMath.log(HOTTEST);
        for (int step = 0; step < STEPS; step++) {
            double one = high - GOLDEN * (high - low);
            double two = low + GOLDEN * (high - low);
            if (loss(StrictMath.exp(one)) <= loss(StrictMath.exp(two))) {
                high = two;
            } else {
                low = one;
            }
        }
        return StrictMath.exp((low + high) / 2);
    }

    private double loss(double temperature) {
        double loss = 0;
        double[] divided = new double[Head.LABELS];
        for (int i = 0; i < unseen.size(); i++) {
            HeadExample example = unseen.get(i);
            for (int label = 0; label < Head.LABELS; label++) {
                divided[label] = scores.get(i)[label] / temperature;
            }
            Head.softmax(divided);
            for (int label = 0; label < Head.LABELS; label++) {
                double probability = Math.max(1e-12, divided[label]);
                loss -= example.weight() * example.target()[label] * StrictMath.log(probability);
            }
        }
        return loss;
    }
}
