package io.throughline.taggers.stage;

import io.throughline.taggers.stage.StageTeacher.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a stream of feedback, without any label, adds to what a map says: texts of like meaning are
 * about the same stage.
 *
 * <p>Each text starts with what the teacher makes of it, and then again and again takes over most
 * of what its neighbours have. This mends the texts on which rules and embedding stumbled in the
 * midst of others of their kind. It is label propagation: Zhou et al., Learning with Local and
 * Global Consistency, NIPS 2003. Labels by people, when there are some, are held fast, and a
 * logistic head on embedding and outcome learns from them where the map misleads.
 */
final class StreamStages {

    /** Part of its opinion that a text takes from its neighbours in each round. */
    private static final double FROM_NEIGHBOURS = 0.9;

    private static final int ROUNDS = 8;

    /** A text has a neighbour for so many texts of the stream, within the two limits below. */
    private static final int TEXTS_A_NEIGHBOUR = 250;

    private static final int LEAST_NEIGHBOURS = 8;
    private static final int MOST_NEIGHBOURS = 40;
    private static final double SHARPNESS = 1.5;

    /** Labels for each stage, on average, from which on a head can learn. */
    private static final int LABELS_A_STAGE = 3;

    private static final double OUTCOME = 3;
    private static final double FLOOR = 1e-2;

    private StreamStages() {}

    /**
     * How likely each stage is, for each text.
     *
     * @param prototypes of the map
     * @param seen what was seen of the texts
     * @param labels stages that people gave, by the index of the text
     */
    static double[][] of(Prototypes prototypes, List<Seen> seen, Map<Integer, double[]> labels) {
        Prototypes centred =
                prototypes.centredOn(Prototypes.mean(seen.stream().map(Seen::embedding).toList()));
        List<float[]> vectors =
                seen.stream().map(text -> centred.centred(text.embedding())).toList();
        Neighbours neighbours = Neighbours.among(vectors, neighbours(seen.size()));
        double[][] shares = spread(neighbours, start(centred, seen, vectors), Map.of());
        int stages = shares[0].length;
        if (labels.size() < LABELS_A_STAGE * stages) {
            return labels.isEmpty() ? shares : spread(neighbours, shares, labels);
        }
        List<double[]> features = new ArrayList<>();
        double scale = Math.sqrt(vectors.get(0).length);
        for (int i = 0; i < shares.length; i++) {
            features.add(features(vectors.get(i), scale, shares[i]));
        }
        List<double[]> labelled = labels.keySet().stream().sorted().map(features::get).toList();
        List<double[]> targets = labels.keySet().stream().sorted().map(labels::get).toList();
        LabelHead head = LabelHead.of(labelled, targets);
        return spread(
                neighbours, features.stream().map(head::shares).toArray(double[][]::new), labels);
    }

    static int neighbours(int texts) {
        return Math.max(LEAST_NEIGHBOURS, Math.min(MOST_NEIGHBOURS, texts / TEXTS_A_NEIGHBOUR));
    }

    private static double[] features(float[] vector, double scale, double[] shares) {
        double[] features = new double[vector.length + shares.length];
        for (int d = 0; d < vector.length; d++) {
            features[d] = scale * vector[d];
        }
        for (int k = 0; k < shares.length; k++) {
            features[vector.length + k] = OUTCOME * (StrictMath.log(shares[k] + FLOOR) + 2);
        }
        return features;
    }

    private static double[][] spread(
            Neighbours neighbours, double[][] start, Map<Integer, double[]> fixed) {
        double[][] shares = held(start, fixed);
        for (int round = 0; round < ROUNDS; round++) {
            double[][] around = neighbours.mean(shares);
            for (int i = 0; i < around.length; i++) {
                for (int k = 0; k < around[i].length; k++) {
                    around[i][k] =
                            FROM_NEIGHBOURS * around[i][k] + (1 - FROM_NEIGHBOURS) * start[i][k];
                }
            }
            shares = held(around, fixed);
        }
        return shares;
    }

    private static double[][] held(double[][] shares, Map<Integer, double[]> fixed) {
        double[][] held = shares.clone();
        fixed.forEach((index, label) -> held[index] = label);
        return held;
    }

    /**
     * What the teacher makes of each text, once what it says of every text alike is taken away: a
     * stage whose cues are in half of the stream is no likelier for that.
     */
    private static double[][] start(Prototypes prototypes, List<Seen> seen, List<float[]> vectors) {
        List<double[]> rules = seen.stream().map(Seen::rules).toList();
        List<double[]> mean = new ArrayList<>();
        List<double[]> example = new ArrayList<>();
        List<double[]> nearest = new ArrayList<>();
        for (float[] vector : vectors) {
            Prototypes.Nearness nearness = prototypes.to(vector);
            mean.add(nearness.mean());
            example.add(nearness.example());
            nearest.add(nearness.nearest());
        }
        double[][] words = standard(rules);
        double[][] cosines =
                standard(List.of(sum(standard(mean), standard(example), standard(nearest))));
        double[][] start = new double[seen.size()][];
        for (int i = 0; i < start.length; i++) {
            double[] scores = new double[words[i].length];
            for (int k = 0; k < scores.length; k++) {
                scores[k] = words[i][k] + cosines[i][k];
            }
            start[i] = Shares.of(scores, SHARPNESS);
        }
        return start;
    }

    private static double[][] sum(double[][] one, double[][] two, double[][] three) {
        double[][] sum = new double[one.length][one[0].length];
        for (int i = 0; i < sum.length; i++) {
            for (int k = 0; k < sum[i].length; k++) {
                sum[i][k] = one[i][k] + two[i][k] + three[i][k];
            }
        }
        return sum;
    }

    /** Less the mean of each column, over the deviation of all. */
    private static double[][] standard(List<double[]> rows) {
        int columns = rows.get(0).length;
        double[] mean = new double[columns];
        for (double[] row : rows) {
            for (int k = 0; k < columns; k++) {
                mean[k] += row[k] / rows.size();
            }
        }
        double square = 0;
        double[][] standard = new double[rows.size()][columns];
        for (int i = 0; i < standard.length; i++) {
            for (int k = 0; k < columns; k++) {
                standard[i][k] = rows.get(i)[k] - mean[k];
                square += standard[i][k] * standard[i][k];
            }
        }
        double deviation = Math.sqrt(square / Math.max(1, rows.size() * columns));
        for (double[] row : standard) {
            for (int k = 0; k < columns && deviation > 0; k++) {
                row[k] /= deviation;
            }
        }
        return standard;
    }
}
