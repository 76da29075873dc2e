package io.throughline.taggers.stage;

import io.throughline.taggers.encoder.Vectors;
import io.throughline.taggers.stage.JourneyAdvice.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Puts feedback that fits no stage into groups of like meaning: each text joins the group whose
 * centre is nearest, if it is near enough, or opens one.
 */
final class UnplacedFeedback {

    private static final double NEAR = 0.4;
    private static final int LEAST_TEXTS = 3;
    private static final int MOST_GROUPS = 10;
    private static final int MOST_WORDS = 6;

    private UnplacedFeedback() {}

    static List<Group> in(List<AdvisedText> texts, List<String> stages, CommonWords words) {
        List<List<AdvisedText>> groups = new ArrayList<>();
        List<float[]> centres = new ArrayList<>();
        for (AdvisedText text : texts) {
            if (text.isPlaced()) {
                continue;
            }
            int nearest = nearest(centres, text.vector());
            if (nearest < 0) {
                groups.add(new ArrayList<>(List.of(text)));
                centres.add(text.vector());
            } else {
                groups.get(nearest).add(text);
                centres.set(nearest, centre(groups.get(nearest)));
            }
        }
        List<Group> found = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).size() >= LEAST_TEXTS) {
                found.add(group(groups.get(i), centres.get(i), stages, words));
            }
        }
        found.sort(Comparator.comparingInt(Group::texts).reversed());
        return List.copyOf(found.subList(0, Math.min(MOST_GROUPS, found.size())));
    }

    private static int nearest(List<float[]> centres, float[] vector) {
        int nearest = -1;
        double highest = NEAR;
        for (int i = 0; i < centres.size(); i++) {
            double cosine = Vectors.dot(centres.get(i), vector);
            if (cosine >= highest) {
                highest = cosine;
                nearest = i;
            }
        }
        return nearest;
    }

    private static float[] centre(List<AdvisedText> group) {
        return Vectors.unit(Prototypes.mean(group.stream().map(AdvisedText::vector).toList()));
    }

    private static Group group(
            List<AdvisedText> group, float[] centre, List<String> stages, CommonWords words) {
        AdvisedText typical = group.get(0);
        double[] shares = new double[stages.size()];
        for (AdvisedText text : group) {
            if (Vectors.dot(text.vector(), centre) > Vectors.dot(typical.vector(), centre)) {
                typical = text;
            }
            for (int k = 0; k < shares.length; k++) {
                shares[k] += text.byMap()[k];
            }
        }
        return new Group(
                group.size(),
                words.of(group, MOST_WORDS),
                typical.text(),
                stages.get(Shares.best(shares)));
    }
}
