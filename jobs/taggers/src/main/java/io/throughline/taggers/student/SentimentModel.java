package io.throughline.taggers.student;

import io.throughline.domain.learning.SentimentDistribution;
import io.throughline.domain.tagging.Evidence;
import io.throughline.domain.tagging.Verbatim;
import io.throughline.model.SentimentLabel;
import io.throughline.taggers.linear.LinearModel;
import io.throughline.taggers.text.CustomerTurns;
import io.throughline.taggers.text.CustomerTurns.Turn;
import io.throughline.taggers.text.FoundFeatures;
import io.throughline.taggers.text.SentimentFeatures;
import io.throughline.taggers.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A linear model of feeling: judges each turn of a verbatim as a whole and rolls the turns up.
 *
 * <p>Immutable and thread-safe.
 */
public final class SentimentModel {

    /** Names of the classes in the order of the labels. */
    public static final List<String> CLASSES =
            Stream.of(SentimentLabel.values()).map(SentimentLabel::id).toList();

    /** Number in the model from which confidence on it is sure. */
    public static final String SURE = "sure";

    private final LinearModel model;

    /**
     * A model of feeling.
     *
     * @throws IllegalArgumentException when its classes are others
     */
    public SentimentModel(LinearModel model) {
        if (!model.classes().equals(CLASSES)) {
            throw new IllegalArgumentException("a model of " + model.classes());
        }
        this.model = model;
    }

    /** The weights. */
    public LinearModel linear() {
        return model;
    }

    /** Confidence from which on its answers are about as good as the teacher's, 0 to 1. */
    public double sure() {
        return model.parameters().getOrDefault(SURE, 1.0);
    }

    /** How likely each label is; nothing when there is nothing but names and links. */
    public Optional<SentimentDistribution> distribution(Verbatim verbatim) {
        List<Turn> turns = CustomerTurns.of(verbatim);
        List<SentimentDistribution> parts = new ArrayList<>(turns.size());
        for (Turn turn : turns) {
            Tokens tokens = Tokens.of(turn.text());
            if (tokens.saySomething()) {
                parts.add(
                        distribution(
                                model.probabilities(
                                        SentimentFeatures.of(tokens, verbatim.rating()))));
            }
        }
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(parts.size() == 1 ? parts.get(0) : TurnRollUp.of(parts));
    }

    /** The words that spoke loudest for positive or negative, strongest first. */
    public List<Evidence> evidence(Verbatim verbatim) {
        List<Evidence> evidence = new ArrayList<>();
        for (Turn turn : CustomerTurns.of(verbatim)) {
            FoundFeatures found = SentimentFeatures.found(turn.text(), verbatim.rating());
            if (found.tokens().saySomething()) {
                double weight =
                        TurnRollUp.weight(distribution(model.probabilities(found.features())));
                evidence.addAll(WordEvidence.of(turn, found, differences(found), weight));
            }
        }
        return WordEvidence.strongest(evidence);
    }

    /** What each feature says for positive rather than negative. */
    private double[] differences(FoundFeatures found) {
        double[] positive =
                model.contributions(found.features(), SentimentLabel.POSITIVE.ordinal());
        double[] negative =
                model.contributions(found.features(), SentimentLabel.NEGATIVE.ordinal());
        for (int i = 0; i < positive.length; i++) {
            positive[i] -= negative[i];
        }
        return positive;
    }

    private static SentimentDistribution distribution(double[] probabilities) {
        return new SentimentDistribution(probabilities[0], probabilities[1], probabilities[2]);
    }
}
