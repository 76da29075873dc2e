package io.throughline.nlp.rntn;

import edu.stanford.nlp.neural.rnn.RNNCoreAnnotations;
import edu.stanford.nlp.trees.Tree;
import io.throughline.nlp.Feeling;
import org.ejml.simple.SimpleMatrix;

/** What the network says of a phrase: very negative, negative, neutral, positive, very positive. */
final class FiveClasses {

    /** Number of the class in the middle. */
    static final int NEUTRAL = 2;

    private FiveClasses() {}

    /** The five probabilities added to three. */
    static Feeling feeling(Tree phrase) {
        SimpleMatrix five = RNNCoreAnnotations.getPredictions(phrase);
        return new Feeling(five.get(0) + five.get(1), five.get(2), five.get(3) + five.get(4));
    }

    /** Expected class, from -1 (all very negative) to 1. */
    static double strength(Tree phrase) {
        SimpleMatrix five = RNNCoreAnnotations.getPredictions(phrase);
        return five.get(4) - five.get(0) + (five.get(3) - five.get(1)) / 2;
    }
}
