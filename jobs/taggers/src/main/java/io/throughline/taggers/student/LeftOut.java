package io.throughline.taggers.student;

import io.throughline.taggers.linear.Calibration;
import io.throughline.taggers.linear.Example;
import io.throughline.taggers.linear.LinearModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Calibrates a model on texts from files it has not seen: what it says of a new customer's texts is
 * less sure than what it says of more texts like those it learnt from, and it is the former that
 * its confidence must be right about.
 *
 * <p>The files are dealt into {@link #FOLDS} folds; with fewer files, the texts are.
 */
final class LeftOut {

    private static final int FOLDS = 5;

    private LeftOut() {}

    static LinearModel calibrated(Lessons lessons, StudentSettings settings) {
        List<LinearModel> models = new ArrayList<>();
        List<List<Example>> unseen = new ArrayList<>();
        boolean byFile = lessons.files().stream().distinct().count() >= FOLDS;
        for (int fold = 0; fold < FOLDS; fold++) {
            List<Example> learnt = new ArrayList<>();
            List<Example> left = new ArrayList<>();
            for (int i = 0; i < lessons.examples().size(); i++) {
                int dealt = (byFile ? lessons.files().get(i) : i) % FOLDS;
                (dealt == fold ? left : learnt).add(lessons.examples().get(i));
            }
            if (!left.isEmpty() && !learnt.isEmpty()) {
                models.add(
                        LinearModel.train(learnt, SentimentModel.CLASSES, settings.linear(), null));
                unseen.add(left);
            }
        }
        LinearModel model =
                LinearModel.train(
                        lessons.examples(), SentimentModel.CLASSES, settings.linear(), null);
        if (models.isEmpty()) {
            return model;
        }
        double temperature = Calibration.temperature(models, unseen);
        double sure = Calibration.threshold(models, unseen, temperature, settings.sureAccuracy());
        return model.withTemperature(temperature).withParameter(SentimentModel.SURE, sure);
    }
}
