package io.throughline.taggers.linear;

import io.throughline.taggers.text.Features;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A multinomial logistic model over hashed features: a byte of weight for every slot and class.
 *
 * <p>Immutable. A trained model is already quantised, so that it answers the same before it is
 * written and after it is read.
 */
public final class LinearModel {

    private final String version;
    private final List<String> classes;
    private final double temperature;
    private final SortedMap<String, Double> parameters;
    private final byte[] codes;

    /**
     * A model of given weights.
     *
     * @param codes by slot, then class
     */
    LinearModel(
            String version,
            List<String> classes,
            double temperature,
            SortedMap<String, Double> parameters,
            byte[] codes) {
        this.version = version;
        this.classes = List.copyOf(classes);
        this.temperature = temperature;
        this.parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        this.codes = codes;
        if (this.classes.size() < 2 || codes.length != Features.SLOTS * this.classes.size()) {
            throw new IllegalArgumentException("weights do not fit the classes");
        }
        if (!(temperature > 0) || !Double.isFinite(temperature)) {
            throw new IllegalArgumentException("a temperature of " + temperature);
        }
    }

    /**
     * Trains a model; the same arguments give the same model on every machine.
     *
     * @param classes names in the order of the targets
     * @param prior the model whose weights are kept where the examples say nothing else, and where
     *     training begins; null for none
     */
    public static LinearModel train(
            List<Example> examples,
            List<String> classes,
            LinearSettings settings,
            LinearModel prior) {
        return LinearTraining.train(examples, classes, settings, prior);
    }

    /**
     * Reads what {@link #bytes()} wrote.
     *
     * @throws IllegalArgumentException when the bytes are no such model
     */
    public static LinearModel read(byte[] bytes) {
        return LinearModelFile.read(bytes);
    }

    /** The model as a file; the same model gives the same bytes. */
    public byte[] bytes() {
        return LinearModelFile.write(this);
    }

    /** Such as {@code student-1}. */
    public String version() {
        return version;
    }

    /** Names of the classes. */
    public List<String> classes() {
        return classes;
    }

    /** Divides scores before probabilities are made of them; above 1 is less sure. */
    public double temperature() {
        return temperature;
    }

    /** Numbers that travel with the model, such as from where on it is sure. */
    public SortedMap<String, Double> parameters() {
        return parameters;
    }

    /** The same weights under another version. */
    public LinearModel withVersion(String other) {
        return new LinearModel(other, classes, temperature, parameters, codes);
    }

    /** The same weights with another temperature. */
    public LinearModel withTemperature(double other) {
        return new LinearModel(version, classes, other, parameters, codes);
    }

    /** The same model with one more number that travels with it. */
    public LinearModel withParameter(String name, double value) {
        SortedMap<String, Double> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new LinearModel(version, classes, temperature, more, codes);
    }

    /** Probabilities of the classes, in their order. */
    public double[] probabilities(Features features) {
        double[] scores = scores(features);
        Softmax.apply(scores, temperature);
        return scores;
    }

    /** Sums of weights by class, before the softmax. */
    public double[] scores(Features features) {
        int count = classes.size();
        double[] scores = new double[count];
        for (int i = 0; i < features.size(); i++) {
            int at = features.slot(i) * count;
            for (int k = 0; k < count; k++) {
                scores[k] += Quantiser.weight(codes[at + k]);
            }
        }
        return scores;
    }

    /** What each feature adds to the score of a class, in the order of the features. */
    public double[] contributions(Features features, int ofClass) {
        double[] contributions = new double[features.size()];
        for (int i = 0; i < contributions.length; i++) {
            contributions[i] = weight(features.slot(i), ofClass);
        }
        return contributions;
    }

    /** How many slots have a weight. */
    public int weightedSlots() {
        int count = classes.size();
        int weighted = 0;
        for (int slot = 0; slot < Features.SLOTS; slot++) {
            boolean any = false;
            for (int k = 0; k < count; k++) {
                any |= codes[slot * count + k] != 0;
            }
            weighted += any ? 1 : 0;
        }
        return weighted;
    }

    float weight(int slot, int ofClass) {
        return Quantiser.weight(codes[slot * classes.size() + ofClass]);
    }

    byte code(int index) {
        return codes[index];
    }

    byte[] copyOfCodes() {
        return Arrays.copyOf(codes, codes.length);
    }
}
