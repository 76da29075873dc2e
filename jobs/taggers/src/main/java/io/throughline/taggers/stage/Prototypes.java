package io.throughline.taggers.stage;

import io.throughline.journey.JourneyMap;
import io.throughline.journey.Stage;
import io.throughline.taggers.encoder.Encoder;
import io.throughline.taggers.encoder.Vectors;
import java.util.ArrayList;
import java.util.List;

/**
 * How near an embedding is to what a map says about each stage.
 *
 * <p>All embeddings of an encoder share a large part, which says nothing; they are compared after
 * their centre has been taken away, that of the examples or that of a stream.
 */
final class Prototypes {

    /** The embeddings of a stage's sentences. */
    private record Sentences(List<float[]> examples, List<float[]> phrases) {}

    private final List<Sentences> stages;
    private final float[] centre;
    private final List<Sentences> centred = new ArrayList<>();
    private final List<float[]> means = new ArrayList<>();

    private Prototypes(List<Sentences> stages, float[] centre) {
        this.stages = stages;
        this.centre = centre;
        for (Sentences stage : stages) {
            Sentences moved =
                    new Sentences(
                            stage.examples().stream().map(this::centred).toList(),
                            stage.phrases().stream().map(this::centred).toList());
            centred.add(moved);
            means.add(Vectors.unit(mean(moved.examples())));
        }
    }

    static Prototypes of(JourneyMap map, Encoder encoder) {
        List<Sentences> stages = new ArrayList<>();
        List<float[]> examples = new ArrayList<>();
        for (Stage stage : map.stages()) {
            Sentences sentences =
                    new Sentences(
                            StageSentences.examples(stage).stream().map(encoder::embed).toList(),
                            StageSentences.phrases(stage).stream().map(encoder::embed).toList());
            stages.add(sentences);
            examples.addAll(sentences.examples());
        }
        return new Prototypes(stages, mean(examples));
    }

    /** The same sentences seen from another centre. */
    Prototypes centredOn(float[] other) {
        return new Prototypes(stages, other);
    }

    /** The embedding without the centre, of length 1. */
    float[] centred(float[] embedding) {
        float[] moved = new float[embedding.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = embedding[i] - centre[i];
        }
        return Vectors.unit(moved);
    }

    /**
     * Cosines, -1 to 1, by stage.
     *
     * @param mean to the mean of its examples
     * @param example to the nearest of its examples
     * @param nearest to the nearest of its examples and cues
     */
    record Nearness(double[] mean, double[] example, double[] nearest) {}

    /** How near a {@link #centred(float[])} embedding is to each stage. */
    Nearness to(float[] text) {
        int count = centred.size();
        Nearness nearness = new Nearness(new double[count], new double[count], new double[count]);
        for (int stage = 0; stage < count; stage++) {
            double example = nearest(centred.get(stage).examples(), text);
            nearness.mean()[stage] = Vectors.dot(means.get(stage), text);
            nearness.example()[stage] = example;
            nearness.nearest()[stage] =
                    Math.max(example, nearest(centred.get(stage).phrases(), text));
        }
        return nearness;
    }

    /** Index of the example of a stage that is nearest to a centred embedding. */
    int nearestExample(int stage, float[] text) {
        List<float[]> examples = centred.get(stage).examples();
        int nearest = 0;
        for (int i = 1; i < examples.size(); i++) {
            if (Vectors.dot(examples.get(i), text) > Vectors.dot(examples.get(nearest), text)) {
                nearest = i;
            }
        }
        return nearest;
    }

    private static double nearest(List<float[]> sentences, float[] text) {
        double nearest = -1;
        for (float[] sentence : sentences) {
            nearest = Math.max(nearest, Vectors.dot(sentence, text));
        }
        return nearest;
    }

    /** The mean of vectors of one length. */
    static float[] mean(List<float[]> vectors) {
        double[] sum = new double[vectors.get(0).length];
        for (float[] vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i];
            }
        }
        float[] mean = new float[sum.length];
        for (int i = 0; i < sum.length; i++) {
            mean[i] = (float) (sum[i] / vectors.size());
        }
        return mean;
    }
}
